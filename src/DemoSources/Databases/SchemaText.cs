namespace PersonalDataHub.DemoSources.Databases;

/// <summary>The statements that create a demo database's tables, by the name of their file.</summary>
internal static class SchemaText
{
    public static string Of(string file)
    {
        using var stream = typeof(SchemaText).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
