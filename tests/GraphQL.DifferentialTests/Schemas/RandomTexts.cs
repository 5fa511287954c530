namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>Descriptions and reasons, plain and awkward.</summary>
internal sealed class RandomTexts(Random random)
{
    private static readonly string[] Texts =
    [
        "plain", "", "two\nlines", "  indented\n    more\n  less", "quote \" and \\ slash", "three \"\"\" quotes\nhere", "ends with quote\"", "ends with \\",
        "ä 😀 ☃", "tab\there", "\nblank first", "blank last\n", "# no comment", "\u007F control \u0001",
    ];

    public string? Description() => random.Next(2) == 0 ? null : Texts[random.Next(Texts.Length)];

    public string? Deprecation() => random.Next(8) > 0 ? null : random.Next(2) == 0 ? "No longer supported" : Texts[random.Next(Texts.Length)];
}
