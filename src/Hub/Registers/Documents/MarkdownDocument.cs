using System.Text;

namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>Writes a document as Markdown.</summary>
internal static class MarkdownDocument
{
    public static string Write(PolicyDocument document)
    {
        var text = new StringBuilder($"# {Escaped(document.Title)}\n");
        foreach (var section in document.Sections)
        {
            text.Append($"\n## {Escaped(section.Heading)}\n");
            foreach (var block in section.Blocks)
            {
                text.Append('\n');
                Write(text, block);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, DocumentBlock block)
    {
        if (block.Text is { } paragraph)
        {
            text.Append(Escaped(paragraph)).Append('\n');
            return;
        }

        for (var row = 0; row < block.Rows.Count; row++)
        {
            if (!block.IsTable)
            {
                text.Append($"- {Escaped(block.Rows[row][0])}\n");
                continue;
            }

            text.Append($"| {string.Join(" | ", block.Rows[row].Select(Escaped))} |\n");
            if (row == 0)
            {
                text.Append($"|{string.Concat(Enumerable.Repeat(" --- |", block.Rows[0].Count))}\n");
            }
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            escaped.Append(letter is '\\' or '|' or '*' or '_' or '`' or '<' or '[' or ']' or '#' ? $"\\{letter}" : letter.ToString());
        }

        return escaped.ToString();
    }
}
