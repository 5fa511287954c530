using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Divides what a source holds into what stays or goes together.</summary>
internal sealed class DueDivision(RetentionReading reading, TimeProvider clock) : IDueDivision
{
    public async Task<IReadOnlyList<RecordTarget>> OfAsync(Register register, SourceFile file, CancellationToken cancellationToken)
    {
        var day = clock.Today();
        var ends = await reading.OfAsync(register, file, cancellationToken).ConfigureAwait(false);
        return [.. ends.GroupBy(end => (end.Type.Name, end.Key)).SelectMany(record =>
            record.All(end => end.End.IsDueOn(day)) || !record.Any(end => end.End.IsDueOn(day))
                ? [new RecordTarget(record.Key.Name, record.Key.Key)]
                : record.Select(end => end.Target))];
    }
}
