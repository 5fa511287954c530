namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>Reads lines without marks.</summary>
internal static class PlainTextLines
{
    private static readonly Wording bullet = new(@"^[-*•·–◦]\s+");
    private static readonly Wording underline = new(@"^(={3,}|-{3,}|\*{3,}|~{3,})$");
    private static readonly Wording pageNumber = new(@"^(sivu|page)?\s*\d+\s*(\(\s*\d+\s*\)|/\s*\d+|(of|/)\s*\d+)$|^(sivu|page)\s+\d+$|^[-–]\s*\d+\s*[-–]$");

    public static IReadOnlyList<NoticeLine> Read(IReadOnlyList<string> lines)
    {
        var read = new List<NoticeLine>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Contains('\f', StringComparison.Ordinal))
            {
                read.Add(new(index + 1, string.Empty, LineMark.PageBreak));
            }

            var line = ReadLine(index + 1, lines[index].Trim());
            if (line.Mark == LineMark.Text && underline.IsIn(line.Text))
            {
                Underline(read, line.Text[0]);
                line = line with { Text = string.Empty, Mark = LineMark.Blank };
            }

            read.Add(line);
        }

        return read;
    }

    private static void Underline(List<NoticeLine> read, char with)
    {
        if (read is [.., { Mark: LineMark.Text } line] && (read.Count == 1 || read[^2].Mark != LineMark.Text))
        {
            read[^1] = line with { Mark = LineMark.Heading, Level = with == '=' ? 1 : 2 };
        }
    }

    private static NoticeLine ReadLine(int number, string text)
    {
        if (text.Length == 0)
        {
            return new(number, text, LineMark.Blank);
        }

        if (pageNumber.IsIn(text))
        {
            return new(number, string.Empty, LineMark.PageBreak);
        }

        return bullet.IsIn(text) ? new(number, text[1..].TrimStart(), LineMark.ListItem) : new(number, text, LineMark.Text);
    }
}
