namespace PersonalDataHub.GraphQL.DifferentialTests;

internal static class KnownCases
{
    /// <summary>Seeds of cases, schema and number, on which the sides once differed without reason.</summary>
    public static IReadOnlyList<string> Seeds { get; } = ["16/54", "31/53", "31/88", "44/0"];
}
