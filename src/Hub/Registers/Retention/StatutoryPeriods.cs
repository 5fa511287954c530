using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>How long the law demands at least that data stays, by the retention rules of a register's pack.</summary>
internal sealed class StatutoryPeriods(Register register)
{
    private readonly Register law = register with
    {
        Pack = register.Pack with { Retention = [.. register.Pack.Retention.Where(rule => rule.Strength == RetentionStrength.Minimum)] },
    };

    /// <summary>How long data stays at least; null where no such rule is about it.</summary>
    public RetentionEnd? Of(KeptData data, DateOnly day)
    {
        if (law.Pack.Retention.Count == 0)
        {
            return null;
        }

        var end = RetentionArithmetic.Of(law, data, new(), day);
        return end.Standing == RetentionStanding.NoRule ? null : end;
    }
}
