namespace PersonalDataHub.Hub.Connectors;

/// <summary>Who runs a source.</summary>
/// <param name="Role">As what it is run.</param>
/// <param name="Recipient">The id of the recipient in the register's policy; null for a system of the controller's own.</param>
/// <param name="Agreement">The reference of the agreement with it (GDPR Art. 28(3)); null where the law asks for none.</param>
public sealed record SourceOperator(OperatorRole Role, string? Recipient, string? Agreement)
{
    /// <summary>A system of the controller's own.</summary>
    public static SourceOperator Own { get; } = new(OperatorRole.Own, null, null);
}
