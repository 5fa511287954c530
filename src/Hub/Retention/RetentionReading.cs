using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Works out how long what a source holds of a person stays.</summary>
internal sealed class RetentionReading(RetentionFactsBook facts, TimeProvider clock)
{
    /// <summary>Every field that holds something, record by record.</summary>
    public async Task<IReadOnlyList<HeldEnd>> OfAsync(Register register, SourceFile file, CancellationToken cancellationToken)
    {
        if (file.Records.Count == 0)
        {
            return [];
        }

        var known = await facts.OfAsync(register, file.Identities, cancellationToken).ConfigureAwait(false);
        var day = clock.Today();
        return [.. file.Records.SelectMany(record => OfRecord(register, file, record, known, day))];
    }

    private static IEnumerable<HeldEnd> OfRecord(Register register, SourceFile file, PersonalRecord record, RetentionFacts facts, DateOnly day)
    {
        var type = file.Source.FindRecordType(record.RecordType)!;
        var kept = new KeptRecord(file.Source.Id, type, record);
        // Fields of one category that no rule names by name share everything the rules look at.
        var worked = new Dictionary<string, RetentionEnd>(StringComparer.Ordinal);
        foreach (var (ordinal, field) in type.Fields.Index())
        {
            if (record.Values[ordinal] is null)
            {
                continue;
            }

            var category = field.Category ?? type.Category;
            var named = register.Pack.Retention.Any(rule => rule.Fields.Contains($"{type.Name}.{field.Name}"));
            var shared = named ? $"{category}/{field.Name}" : category;
            if (!worked.TryGetValue(shared, out var end))
            {
                worked[shared] = end = RetentionArithmetic.Of(register, kept.Of(field), facts, day);
            }

            yield return new(type, record.Key, field, end);
        }
    }
}
