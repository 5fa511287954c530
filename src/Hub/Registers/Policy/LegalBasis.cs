namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A basis that a register's purposes rest on (GDPR Art. 6(1)).</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Kind">Which of the law's bases it is.</param>
/// <param name="Name">What the notice calls it.</param>
public sealed record LegalBasis(string Id, BasisKind Kind, LocalText Name)
{
    /// <summary>The interest pursued (Art. 13(1)(d)); null unless the kind is <see cref="BasisKind.LegitimateInterest"/>.</summary>
    public LocalText? Interest { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>The article, such as <c>GDPR Art. 6(1)(b)</c>.</summary>
    public string Article => $"GDPR Art. 6(1)({(char)('a' + (int)Kind)})";
}
