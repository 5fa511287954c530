using System.Text;

namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>Writes a document as a page that stands alone: no script, no style from elsewhere, nothing loaded.</summary>
internal static class HtmlDocument
{
    public static string Write(PolicyDocument document)
    {
        var text = new StringBuilder();
        text.Append($"<!DOCTYPE html>\n<html lang=\"{document.Language}\">\n<head>\n<meta charset=\"utf-8\">\n");
        text.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        text.Append($"<title>{Escaped(document.Title)}</title>\n</head>\n<body>\n<main>\n<h1>{Escaped(document.Title)}</h1>\n");
        foreach (var section in document.Sections)
        {
            text.Append($"<section>\n<h2>{Escaped(section.Heading)}</h2>\n");
            foreach (var block in section.Blocks)
            {
                Write(text, block);
            }

            text.Append("</section>\n");
        }

        return text.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Write(StringBuilder text, DocumentBlock block)
    {
        if (block.Text is { } paragraph)
        {
            text.Append($"<p>{Escaped(paragraph)}</p>\n");
        }
        else if (block.IsTable)
        {
            text.Append("<table>\n<thead>\n");
            Row(text, block.Rows[0], "th scope=\"col\"", "th");
            text.Append("</thead>\n<tbody>\n");
            foreach (var row in block.Rows.Skip(1))
            {
                Row(text, row, "td", "td");
            }

            text.Append("</tbody>\n</table>\n");
        }
        else
        {
            text.Append($"<ul>\n{string.Concat(block.Rows.Select(row => $"<li>{Escaped(row[0])}</li>\n"))}</ul>\n");
        }
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells, string open, string close) =>
        text.Append($"<tr>{string.Concat(cells.Select(cell => $"<{open}>{Escaped(cell)}</{close}>"))}</tr>\n");

    // Not the encoder of the framework: it writes Finnish letters as numbers, and the page is UTF-8.
    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
