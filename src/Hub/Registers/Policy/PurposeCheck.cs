namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Says whether data may be read for a purpose at all.</summary>
public static class PurposeCheck
{
    /// <summary>Why nobody may read for the purpose, and what would change that; null when somebody may.</summary>
    /// <param name="register">The register.</param>
    /// <param name="purpose">One of its purposes.</param>
    public static string? Of(Register register, Purpose purpose) => purpose switch
    {
        { Default: PurposeDefault.Off } =>
            $"The purpose '{purpose.Id}' is switched off: its notice names it, but the controller has not turned it on.",

        // A pack without bases says nothing of them; one with bases means that each purpose has its own (GDPR Art. 6(1)).
        { Bases.Count: 0 } when register.Pack.Bases.Count > 0 =>
            $"The purpose '{purpose.Id}' rests on no legal basis, and nothing is processed without one (GDPR Art. 6(1)); name its 'bases' in the register's policy.",
        _ => null,
    };
}
