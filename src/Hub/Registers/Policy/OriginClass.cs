namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A class of origins that a notice names (GDPR Art. 14(2)(f)).</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Kind">From whom.</param>
/// <param name="Name">What the notice calls it.</param>
public sealed record OriginClass(string Id, OriginKind Kind, LocalText Name)
{
    /// <summary>Through what it comes, such as <c>invitation link</c>; null where the notice does not say.</summary>
    public LocalText? Mechanism { get; init; }

    /// <summary>Ids of the sources whose data is of this class; empty for any.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Names of the record types, or <c>recordType.field</c>, that are of this class; empty for any.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
