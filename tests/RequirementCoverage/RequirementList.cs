namespace PersonalDataHub.RequirementCoverage;

/// <summary>Every requirement of the five registers, in their order.</summary>
public static class RequirementList
{
    /// <summary>Reads the list that is built into this program.</summary>
    public static IReadOnlyList<Requirement> Read()
    {
        using var stream = typeof(RequirementList).Assembly.GetManifestResourceStream("requirements.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(OfLine)];
    }

    // The summary comes last because it alone may hold a semicolon.
    private static Requirement OfLine(string line)
    {
        var parts = line.Split(';', 3);
        return new(parts[0], parts[1], parts[2]);
    }
}
