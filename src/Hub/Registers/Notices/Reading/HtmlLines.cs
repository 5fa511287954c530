using System.Net;
using System.Text;

namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>
/// Reads the words of a page, each with its line in the file. It knows what a notice is made of (headings, paragraphs,
/// lists, tables, bold words) and passes over the rest; broken markup is read as far as it goes.
/// </summary>
internal sealed class HtmlLines
{
    private static readonly HashSet<string> silent = ["script", "style", "head", "noscript", "template", "svg", "nav"];
    private static readonly HashSet<string> inline = ["a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u", "wbr", "q", "time"];

    private readonly List<NoticeLine> lines = [];
    private readonly HtmlTable table = new();
    private readonly StringBuilder words = new();
    private int number = 1;
    private int wordsLine = 1;
    private int bold;
    private int heading;
    private LineMark mark = LineMark.Text;

    public static IReadOnlyList<NoticeLine> Read(string text)
    {
        var reader = new HtmlLines();
        reader.Walk(text);
        return reader.lines;
    }

    private void Walk(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            var end = text[index] == '<' ? EndOfTag(text, index) : -1;
            if (end < 0)
            {
                end = text.IndexOf('<', index + 1) is > 0 and var next ? next : text.Length;
                Words(text[index..end]);
            }
            else
            {
                var (name, isClosing) = NameOf(text[index..end]);
                end = !isClosing && silent.Contains(name) ? EndOfSilent(text, end, name) : end;
                Tag(name, isClosing);
                number += text.AsSpan(index, end - index).Count('\n');
            }

            index = end;
        }

        Flush(LineMark.Text);
        Emit(table.Close());
    }

    private void Words(string text)
    {
        var pieces = text.Split('\n');
        for (var index = 0; index < pieces.Length; index++)
        {
            if (index > 0)
            {
                number++;
                EndLine();
            }

            var piece = WebUtility.HtmlDecode(pieces[index]).Replace("\u00AD", string.Empty, StringComparison.Ordinal);
            foreach (var letter in piece)
            {
                var isSpace = char.IsWhiteSpace(letter);
                if (isSpace && (words.Length == 0 || words[^1] == ' '))
                {
                    continue;
                }

                wordsLine = words.Length == 0 ? number : wordsLine;
                words.Append(isSpace ? ' ' : letter);
            }
        }
    }

    private void Tag(string name, bool isClosing)
    {
        switch (name)
        {
            case ['h', >= '1' and <= '6'] when !isClosing:
                EndBlock();
                heading = name[1] - '0';
                break;
            case ['h', >= '1' and <= '6']:
                Flush(LineMark.Heading);
                heading = 0;
                break;
            case "b" or "strong" when isClosing && heading == 0 && bold < 0:
                bold = words.ToString().TrimEnd().Length;
                break;
            case "b" or "strong" when !isClosing && words.Length == 0:
                bold = -1;
                break;
            case "dt" when !isClosing:
                EndBlock();
                bold = -1;
                break;
            case "br":
                EndLine();
                break;
            case "li" when !isClosing:
                EndBlock();
                mark = LineMark.ListItem;
                break;
            case "table" or "tr" or "td" or "th":
                EndBlock();
                Emit(table.Tag(name, isClosing));
                break;
            case not "" when !inline.Contains(name):
                EndBlock();
                break;
        }
    }

    private void EndLine()
    {
        if (heading > 0)
        {
            words.Append(words.Length > 0 ? " " : string.Empty);
            return;
        }

        Flush(mark);
        mark = LineMark.Text;
    }

    private void EndBlock()
    {
        EndLine();
        Emit([new(number, string.Empty, LineMark.Blank)]);
    }

    private void Flush(LineMark lineMark)
    {
        var text = words.ToString().Trim();
        words.Clear();
        if (text.Length > 0)
        {
            Emit([new(wordsLine, text, lineMark, heading) { Bold = bold < 0 ? text.Length : Math.Min(bold, text.Length) }]);
        }
        else if (lineMark == LineMark.Heading)
        {
            Emit([new(number, string.Empty, LineMark.Blank)]);
        }

        bold = 0;
    }

    private void Emit(IReadOnlyList<NoticeLine> read)
    {
        foreach (var line in read)
        {
            if (!table.Takes(line))
            {
                lines.Add(line);
            }
        }
    }

    private static int EndOfTag(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("<!--"))
        {
            return text.IndexOf("-->", start, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : text.Length;
        }

        if (start + 1 == text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!' or '?'))
        {
            return -1;
        }

        var quote = '\0';
        for (var index = start; index < text.Length; index++)
        {
            if (quote != '\0')
            {
                quote = text[index] == quote ? '\0' : quote;
            }
            else if (text[index] is '"' or '\'')
            {
                quote = text[index];
            }
            else if (text[index] == '>')
            {
                return index + 1;
            }
        }

        return -1;
    }

    private static int EndOfSilent(string text, int from, string name)
    {
        var close = text.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? text.Length : text.IndexOf('>', close) is >= 0 and var end ? end + 1 : text.Length;
    }

    private static (string Name, bool IsClosing) NameOf(string tag)
    {
        var isClosing = tag.Length > 1 && tag[1] == '/';
        var start = isClosing ? 2 : 1;
        var end = start;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        return (tag[start..end].ToLowerInvariant(), isClosing);
    }
}
