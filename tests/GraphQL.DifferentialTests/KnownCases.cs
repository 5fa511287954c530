namespace PersonalDataHub.GraphQL.DifferentialTests;

internal static class KnownCases
{
    /// <summary>Seeds of cases, schema and number, on which the sides once differed without reason.</summary>
    public static IReadOnlyList<string> Seeds { get; } =
    [
        "16/54", "31/53", "31/88", "44/0",
        "10023/47", "10026/78", "10050/67", "10086/61", "10093/76", "10187/17", "10207/86", "10368/75", "10432/13", "10877/19",
    ];
}
