namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>
/// The table being read. Notices lay themselves out in tables whose first cell is a heading, and have tables of purposes
/// and periods too: the former are taken apart into headings and what stands beside them, the latter stay rows.
/// </summary>
internal sealed class HtmlTable
{
    private readonly List<(bool IsHeader, List<NoticeLine> Lines)> cells = [];
    private bool isInCell;
    private bool hasKnownColumns;

    /// <summary>Takes a line that stands in a cell; false when it stands in none.</summary>
    public bool Takes(NoticeLine line)
    {
        if (isInCell)
        {
            cells[^1].Lines.Add(line);
        }

        return isInCell;
    }

    /// <summary>The lines that a tag of the table completes.</summary>
    public IReadOnlyList<NoticeLine> Tag(string name, bool isClosing)
    {
        isInCell = false;
        switch (name)
        {
            case "td" or "th" when !isClosing:
                cells.Add((name == "th", []));
                isInCell = true;
                return [];
            case "tr" or "table":
                hasKnownColumns &= name == "tr";
                return Close();
            default:
                return [];
        }
    }

    /// <summary>The lines of the row read so far.</summary>
    public IReadOnlyList<NoticeLine> Close()
    {
        isInCell = false;
        var row = cells.Select(cell => (cell.IsHeader, Lines: cell.Lines.Where(line => line.Text.Length > 0).ToList(), All: cell.Lines)).ToList();
        cells.Clear();
        if (row.Count == 0 || row[0].Lines.Count == 0)
        {
            return [];
        }

        var first = string.Join(' ', row[0].Lines.Select(line => line.Text));
        var number = row[0].Lines[0].Number;
        if (row.All(cell => cell.IsHeader))
        {
            var text = string.Join(" | ", row.Select(cell => string.Join(' ', cell.Lines.Select(line => line.Text))));
            hasKnownColumns = row.Count > 1 && row.Any(cell => HeadingVocabulary.Recognise(string.Join(' ', cell.Lines.Select(line => line.Text))).Count > 0);
            return [new(number, text, row.Count == 1 ? LineMark.Heading : LineMark.TableHeader, row.Count == 1 ? 3 : 0)];
        }

        if (row.Count == 2 && !hasKnownColumns && HeadingVocabulary.Recognise(first).Count > 0 && HeadingVocabulary.IsShort(first))
        {
            return [new(number, first, LineMark.Heading, 3), .. row[1].All, new(number, string.Empty, LineMark.Blank)];
        }

        return AsRow(row.Select(cell => cell.Lines).ToList());
    }

    private static List<NoticeLine> AsRow(List<List<NoticeLine>> row)
    {
        var read = new List<NoticeLine>();
        foreach (var lines in row)
        {
            for (var index = 0; index < lines.Count; index++)
            {
                var text = read.Count > 0 && index == 0 ? $"| {lines[index].Text}" : lines[index].Text;
                read.Add(new(lines[index].Number, text, read.Count == 0 ? LineMark.TableRow : LineMark.Text));
            }
        }

        read.Add(new(read.Count == 0 ? 0 : read[^1].Number, string.Empty, LineMark.Blank));
        return read;
    }
}
