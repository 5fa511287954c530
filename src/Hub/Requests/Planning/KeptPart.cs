using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>A part of a record that an erasure takes in, with what in the register's policy keeps it.</summary>
/// <param name="Selected">The record.</param>
/// <param name="Target">The record, or one field of it.</param>
/// <param name="Kept">What keeps it; null when nothing does.</param>
/// <param name="Apart">What keeps the rest of a record that was divided; null for a record that was not.</param>
internal sealed record KeptPart(SelectedRecord Selected, RecordTarget Target, ErasureHindrance? Kept, ErasureHindrance? Apart)
{
    /// <summary>
    /// The parts of a record: the record itself where all of it is kept alike or none is, else each field that holds
    /// something. Only what is covered stays.
    /// </summary>
    public static IEnumerable<KeptPart> Of(SelectedRecord selected, PackKeeping pack)
    {
        if (selected.Fields is { } fields)
        {
            return fields.Zip(selected.Targets, (field, target) => new KeptPart(selected, target, pack.Of(selected.Record, selected.Type, field), null));
        }

        var whole = selected.Targets.Single();
        var held = selected.HeldFields
            .Select(target => (Target: target, Kept: pack.Of(selected.Record, selected.Type, selected.Type.Fields.First(field => field.Name == target.Field))))
            .ToList();
        if (held.Count == 0)
        {
            return [new(selected, whole, pack.Of(selected.Record, selected.Type, null), null)];
        }

        // A record is made anonymous as a whole: single fields of it are emptied or not.
        var keeping = held.Select(one => one.Kept).OfType<ErasureHindrance>().ToList();
        return held.TrueForAll(one => Same(one.Kept, held[0].Kept)) || keeping.TrueForAll(one => one.Anonymise)
            ? [new(selected, whole, keeping.FirstOrDefault(), null)]
            : held.Select(one => new KeptPart(selected, one.Target, one.Kept, keeping[0]));
    }

    private static bool Same(ErasureHindrance? one, ErasureHindrance? other) =>
        one is null || other is null
            ? one is null && other is null
            : (one.Article, one.Reason, one.LiftedBy, one.Until, one.Anonymise, one.AwaitsReceipt)
                == (other.Article, other.Reason, other.LiftedBy, other.Until, other.Anonymise, other.AwaitsReceipt);
}
