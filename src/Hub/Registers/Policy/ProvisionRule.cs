namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Whether certain fields must be given, and what follows when they are not (GDPR Art. 13(2)(e)).</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Requirement">Whether they must.</param>
/// <param name="Consequence">What follows when they are not given.</param>
public sealed record ProvisionRule(string Id, ProvisionRequirement Requirement, LocalText Consequence)
{
    /// <summary>Ids of the categories it is about.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names of record types, or <c>recordType.field</c>, it is about; these come before categories.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
