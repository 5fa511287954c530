namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>A paragraph, a list or a table.</summary>
/// <param name="Text">The paragraph; null for the others.</param>
/// <param name="Rows">The items of a list, one cell each, or the rows of a table, whose first are the names of its columns.</param>
internal sealed record DocumentBlock(string? Text, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static DocumentBlock Paragraph(string text) => new(text, []);

    public static DocumentBlock List(IEnumerable<string> items) => new(null, [.. items.Select(item => new[] { item })]);

    public static DocumentBlock Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) => new(null, [columns, .. rows]);

    public bool IsTable => Text is null && Rows.Count > 0 && Rows[0].Count > 1;

    /// <summary>True when it has nothing to say.</summary>
    public bool IsEmpty => Text is null ? Rows.Count == 0 || (IsTable && Rows.Count == 1) : Text.Length == 0;
}
