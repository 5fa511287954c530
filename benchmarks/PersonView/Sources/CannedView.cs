using System.Globalization;

namespace PersonalDataHub.PersonView.Sources;

/// <summary>What the sources hold: the same of everybody but for the customer number. About 4.6 KB of JSON.</summary>
public static class CannedView
{
    private static readonly TimeSpan summerTime = TimeSpan.FromHours(3);
    private static readonly string[] topics = ["invoice", "fault", "move", "contract", "invoice"];

    public static IReadOnlyList<Invoice> Invoices { get; } =
    [
        .. Enumerable.Range(1, 10).Select(month => new Invoice(
            string.Create(CultureInfo.InvariantCulture, $"2026{month:00}-004711"),
            new DateOnly(2026, month, 1),
            new DateOnly(2026, month, 15),
            19.95m + month,
            "EUR",
            month < 10)),
    ];

    public static IReadOnlyList<Call> Calls { get; } =
    [
        .. topics.Select((topic, place) => new Call(
            string.Create(CultureInfo.InvariantCulture, $"rec-2026-{place + 1:0000}"),
            new DateTimeOffset(2026, 5 + place, 3, 9, 15, place, summerTime),
            60 + (37 * place),
            place % 2 == 0 ? CallDirection.Inbound : CallDirection.Outbound,
            topic,
            place == 3 ? null : "agent 7")),
    ];

    public static IReadOnlyList<Visit> Visits { get; } =
    [
        .. Enumerable.Range(1, 20).Select(day => new Visit(
            new DateTimeOffset(2026, 6, day, 20, day, 30, summerTime),
            string.Create(CultureInfo.InvariantCulture, $"/broadband/offers/{day}"),
            day % 4 == 0 ? null : "https://search.example.org/",
            "Firefox",
            5 * day)),
    ];

    public static Profile ProfileOf(string customer) => new(
        customer,
        "Esimerkki",
        "Aino Maria",
        new DateOnly(1980, 2, 29),
        ["aino.esimerkki@example.org", "aino@example.org"],
        "+358400000001",
        new Address("Keksitty katu 1 A 2", "00100", "Helsinki", "FI"),
        AllowsMarketing: false);
}
