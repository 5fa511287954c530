using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>How long the law demands at least that a record stays, by the retention rules of the register's pack.</summary>
/// <param name="register">The register.</param>
/// <param name="source">The id of the source.</param>
/// <param name="day">The day it is looked at.</param>
internal sealed class StatutoryPeriod(Register register, string source, DateOnly day)
{
    private readonly Register law = register with
    {
        Pack = register.Pack with { Retention = [.. register.Pack.Retention.Where(rule => rule.Strength == RetentionStrength.Minimum)] },
    };

    /// <summary>How long a field of a record stays, or the record as a whole; null where no such rule is about it.</summary>
    public RetentionEnd? Of(PersonalRecord record, RecordType type, RecordField? field)
    {
        if (law.Pack.Retention.Count == 0)
        {
            return null;
        }

        var end = RetentionArithmetic.Of(law, new KeptRecord(source, type, record).Of(field), new(), day);
        return end.Standing == RetentionStanding.NoRule ? null : end;
    }
}
