namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Whether data may leave the EU and the EEA (GDPR ch. V).</summary>
public enum TransferMode
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When necessary; the necessity is recorded.</summary>
    IfNecessary,

    /// <summary>Within the law; the safeguard is recorded.</summary>
    Allowed,
}
