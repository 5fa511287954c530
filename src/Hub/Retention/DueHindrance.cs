using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Keeps from an erasure of what is due everything whose time is not over, as it stands when it is asked.</summary>
/// <remarks>It is asked again before each share is carried out: who became a customer again meanwhile keeps the data.</remarks>
internal sealed class DueHindrance(RetentionReading reading, TimeProvider clock) : IErasureHindrance
{
    private const string StorageLimitation = "GDPR Art. 5(1)(e)";

    public async Task<IReadOnlyList<ErasureHindrance?>> OfAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken)
    {
        if (content.Scope is not (Scope.Due or Scope.Chosen) || targets.Count == 0)
        {
            return new ErasureHindrance?[targets.Count];
        }

        var day = clock.Today();
        var ends = await reading.OfAsync(register, file, cancellationToken).ConfigureAwait(false);
        var records = ends.ToLookup(end => (end.Type.Name, end.Key));
        return [.. targets.Select(target => Of(
            [.. records[(target.RecordType, target.Key)].Where(end => target.Field is null || end.Field.Name == target.Field)], register, day))];
    }

    // A record as a whole goes when the last of its fields may.
    private static ErasureHindrance? Of(List<HeldEnd> ends, Register register, DateOnly day)
    {
        if (ends.Count == 0)
        {
            return new(StorageLimitation, "It holds nothing that a retention rule is about.", null);
        }

        if (ends.Find(one => !one.End.IsDueOn(day)) is { } kept)
        {
            return Kept(ends.Where(one => !one.End.IsDueOn(day)).MaxBy(one => one.End.KeptThrough ?? DateOnly.MaxValue) ?? kept);
        }

        return ends.Exists(one => register.Pack.Retention.Any(rule => rule.Id == one.End.Rule && rule.BySource))
            ? new(StorageLimitation, "The source lets it vanish by itself; a sweep checks that it is gone.", "The source's own deletion")
            : null;
    }

    private static ErasureHindrance Kept(HeldEnd kept) => kept.End.Standing switch
    {
        RetentionStanding.Ends => new(
            kept.End.Law ?? StorageLimitation,
            string.Create(CultureInfo.InvariantCulture, $"The retention rule '{kept.End.Rule}' keeps it."),
            null)
        {
            Until = kept.End.KeptThrough,
            Statements = kept.End.Statements,
        },
        RetentionStanding.Open => new(StorageLimitation, $"The retention rule '{kept.End.Rule}' keeps it: what it waits for has not happened.", "The end of the relationship or of the last basis")
        {
            Statements = kept.End.Statements,
        },
        RetentionStanding.NotKnown => new(StorageLimitation, $"What the retention rule '{kept.End.Rule}' counts from is not known.", "The missing answer"),
        _ => new(StorageLimitation, "No retention rule of the register is about it.", null),
    };
}
