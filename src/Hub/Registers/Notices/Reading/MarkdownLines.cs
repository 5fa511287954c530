using System.Text;

namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>Reads Markdown: both kinds of headings, lists, tables, bold beginnings.</summary>
internal static class MarkdownLines
{
    private static readonly Wording heading = new(@"^#{1,6}(\s|$)");
    private static readonly Wording bullet = new(@"^[-*+]\s+");
    private static readonly Wording underline = new(@"^(=+|-{2,})$");
    private static readonly Wording rule = new(@"^(\*\s*){3,}$|^(_\s*){3,}$|^(-\s*){3,}$");
    private static readonly Wording tableRule = new(@"^\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$");

    public static IReadOnlyList<NoticeLine> Read(IReadOnlyList<string> lines)
    {
        var read = new List<NoticeLine>();
        var isComment = false;
        for (var index = 0; index < lines.Count; index++)
        {
            var text = WithoutComments(lines[index], ref isComment).Trim();
            read.Add(ReadLine(index + 1, text, read));
        }

        return read;
    }

    private static NoticeLine ReadLine(int number, string text, List<NoticeLine> before)
    {
        var last = before.Count > 0 ? before[^1] : null;
        if (text.Length == 0)
        {
            return new(number, text, LineMark.Blank);
        }

        if (heading.IsIn(text))
        {
            var level = text.TakeWhile(letter => letter == '#').Count();
            return new(number, Plain(text.Trim('#').Trim(), out _), LineMark.Heading, level);
        }

        if (last is { Mark: LineMark.Text } && underline.IsIn(text) && (before.Count < 2 || before[^2].Mark != LineMark.Text))
        {
            before[^1] = last with { Mark = LineMark.Heading, Level = text[0] == '=' ? 1 : 2 };
            return new(number, string.Empty, LineMark.Blank);
        }

        if (last is { Mark: LineMark.TableRow } && tableRule.IsIn(text))
        {
            before[^1] = last with { Mark = LineMark.TableHeader };
            return new(number, string.Empty, LineMark.TableHeader);
        }

        if (rule.IsIn(text))
        {
            return new(number, string.Empty, LineMark.Blank);
        }

        if (text[0] == '|')
        {
            return new(number, Plain(string.Join(" | ", text.Trim('|').Split('|', StringSplitOptions.TrimEntries)), out _), LineMark.TableRow);
        }

        var isItem = bullet.IsIn(text);
        var plain = Plain(isItem ? text[1..].TrimStart() : text.TrimStart('>').TrimStart(), out var bold);
        return new(number, plain, isItem ? LineMark.ListItem : LineMark.Text) { Bold = bold };
    }

    private static string WithoutComments(string line, ref bool isComment)
    {
        var kept = new StringBuilder();
        for (var index = 0; index < line.Length; index++)
        {
            if (!isComment && line.AsSpan(index).StartsWith("<!--"))
            {
                isComment = true;
            }

            if (!isComment)
            {
                kept.Append(line[index]);
            }
            else if (line.AsSpan(0, index + 1).EndsWith("-->"))
            {
                isComment = false;
            }
        }

        return kept.ToString();
    }

    /// <summary>The words without marks; a link keeps its words, what only stands in brackets keeps them.</summary>
    private static string Plain(string text, out int bold)
    {
        var plain = new StringBuilder();
        bold = 0;
        var isBold = false;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length && char.IsPunctuation(text[index + 1]))
            {
                plain.Append(text[++index]);
            }
            else if (text.AsSpan(index).StartsWith("**") || IsDoubleUnderscore(text, index))
            {
                bold = isBold && bold == 0 ? plain.Length : bold;
                isBold = !isBold && plain.Length == 0;
                index++;
            }
            else if (text[index] == ']' && index + 1 < text.Length && text[index + 1] == '(' && text.IndexOf(')', index) is > 0 and var end)
            {
                var open = plain.ToString().LastIndexOf('[');
                plain.Remove(Math.Max(open, 0), open < 0 ? 0 : 1);
                index = end;
            }
            else if (text[index] is not ('`' or '*'))
            {
                plain.Append(text[index]);
            }
        }

        return plain.ToString().Trim();
    }

    // A longer run is a blank to be filled in, not a mark.
    private static bool IsDoubleUnderscore(string text, int index) =>
        text.AsSpan(index).StartsWith("__") && !text.AsSpan(index).StartsWith("___") && (index == 0 || text[index - 1] != '_');
}
