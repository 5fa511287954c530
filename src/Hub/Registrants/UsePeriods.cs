using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Withholds from a purpose what may no longer be used for it, though it is still held for others.</summary>
/// <remarks>
/// By the record's own dates: whether a relationship has ended is not asked for every showing. Rules that count from it are
/// kept by the sweep, which takes the data away.
/// </remarks>
internal sealed class UsePeriods(Register register, Purpose purpose, DateOnly day)
{
    private static readonly RetentionFacts nothing = new();

    private readonly bool any = register.Pack.Retention.Any(rule => rule.Purposes.Contains(purpose.Id));

    /// <summary>Why the purpose may not see a field of a record any more; null when it may.</summary>
    public Withheld? Of(Source source, RecordType type, PersonalRecord record, RecordField field)
    {
        if (!any)
        {
            return null;
        }

        var end = RetentionArithmetic.Of(register, new KeptRecord(source.Id, type, record).Of(field), nothing, day);
        return end.Purposes.FirstOrDefault(use => use.Purpose == purpose.Id) is { Rule: { } rule, UsableThrough: { } last } over && over.IsOverOn(day)
            ? new(rule, last)
            : null;
    }
}
