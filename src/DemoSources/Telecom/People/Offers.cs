namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>What the operator sells, and the pages of its web site.</summary>
internal static class Offers
{
    public static IReadOnlyList<(string Name, decimal Monthly)> Products { get; } =
    [
        ("Esimerkki Mobiili 5G", 29.90m), ("Esimerkki Mobiili 4G", 19.90m), ("Esimerkki Kuitu 100", 34.90m),
        ("Esimerkki Kuitu 1000", 49.90m),
    ];

    public static IReadOnlyList<string> Pages { get; } =
    [
        "/", "/liittymat", "/liittymat/5g", "/kuitu", "/kuitu/saatavuus", "/laskut", "/asiakaspalvelu", "/tuki",
        "/tuki/reititin", "/kampanjat",
    ];
}
