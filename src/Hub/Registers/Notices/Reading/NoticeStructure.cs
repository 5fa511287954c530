using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>Puts the lines of a notice under its headings, those that the format marks and those that only look like one.</summary>
internal sealed class NoticeStructure
{
    private const int FewestMarked = 4;
    private const int LevelOfTitle = 1;
    private const int LevelOfLine = 2;
    private const int LevelOfLead = 5;

    private static readonly Wording noticeTitle = new(@"seloste|tietosuojailmoitus|tietosuojakäytän|privacy|notice|policy");
    private static readonly Wording saysMore = new(@"\b(kerätään|käsitellään|voidaan|seuraav\w*|tallennetaan|following|collected|such as)\b");

    private readonly List<SectionBuilder> sections = [];
    private bool isTableOfItsOwn;
    private bool isMarkedUp;

    private SectionBuilder Current => sections[^1];

    public static NoticeDocument Build(IReadOnlyList<NoticeLine> lines)
    {
        // Where the format marks the headings, a line that only looks like one is text.
        var structure = new NoticeStructure { isMarkedUp = lines.Count(line => line.Mark == LineMark.Heading && line.Level > 1) >= FewestMarked };
        foreach (var line in lines)
        {
            structure.Add(line);
        }

        return new NoticeDocument(structure.Close());
    }

    private void Add(NoticeLine line)
    {
        isTableOfItsOwn &= line.Mark is LineMark.TableRow or LineMark.TableHeader or LineMark.Text;
        switch (line.Mark)
        {
            case LineMark.Blank when sections.Count > 0:
                Current.EndBlock();
                break;
            case LineMark.PageBreak when sections.Count > 0:
                Current.EndPage();
                break;
            case LineMark.Heading:
                Begin(line.Text, line.Number, sections.Count == 0 ? LevelOfTitle : LevelOf(line));
                break;
            case LineMark.TableHeader when line.Text.Length > 0:
                isTableOfItsOwn = line.Text.Split(" | ").Any(cell => HeadingVocabulary.Recognise(cell).Count > 0);
                break;
            case LineMark.TableRow:
                AddRow(line);
                break;
            case LineMark.ListItem:
                AddItem(line);
                break;
            case LineMark.Text when sections.Count == 0:
                Begin(line.Text, line.Number, LevelOfTitle);
                break;
            case LineMark.Text:
                AddText(line);
                break;
        }
    }

    private void AddRow(NoticeLine line)
    {
        var bar = line.Text.IndexOf(" | ", StringComparison.Ordinal);
        if (bar > 0 && !isTableOfItsOwn && HeadingVocabulary.IsShort(line.Text[..bar]) && Ids(line.Text[..bar]).Count > 0)
        {
            Begin(line.Text[..bar], line.Number, LevelOfLead);
            Current.Begin(BlockKind.Paragraph, line with { Text = line.Text[(bar + 3)..] });
            return;
        }

        Require(line);
        Current.Begin(BlockKind.TableRow, line);
    }

    private void AddItem(NoticeLine line)
    {
        if (line.Bold > 0 && BeginsWithLead(line))
        {
            return;
        }

        Require(line);
        Current.Begin(BlockKind.ListItem, line);
    }

    private void AddText(NoticeLine line)
    {
        if ((line.Bold > 0 && BeginsWithLead(line)) || (!isMarkedUp && (BeginsWithHeading(line) || IsHeadingLine(line))))
        {
            return;
        }

        if (IsNumberedParagraph(line))
        {
            Current.EndBlock();
            sections.Add(new SectionBuilder(string.Empty, line.Number, LevelOfLine, new HashSet<NoticeHeading>()) { HasHeading = false });
        }

        Current.Continue(line);
    }

    /// <summary>Bold words at the beginning: a heading when they are known as one, or when nothing else stands on the line.</summary>
    private bool BeginsWithLead(NoticeLine line)
    {
        var lead = line.Text[..line.Bold];
        var rest = line.Text[line.Bold..].TrimStart(' ', ':', '.', '–', '-');
        var isKnown = Ids(lead).Count > 0;
        if (!HeadingVocabulary.IsShort(lead) || (!isKnown && rest.Length > 0) || (!isKnown && lead.EndsWith('.')))
        {
            return false;
        }

        Begin(lead.Trim(' ', ':', '.'), line.Number, LevelOfLead);
        if (rest.Length > 0)
        {
            Current.Begin(BlockKind.Paragraph, line with { Text = rest, Bold = 0 });
        }

        return true;
    }

    private bool IsHeadingLine(NoticeLine line)
    {
        var text = line.Text;
        var isNumbered = HeadingVocabulary.IsNumbered(text);
        var plain = HeadingVocabulary.Normalise(text);
        if (!HeadingVocabulary.IsShort(text) || plain.Length == 0 || text[^1] is '.' or ',' or ';' or '?' || plain.Any(char.IsDigit))
        {
            return false;
        }

        var isKnown = Ids(text).Count > 0;
        var isCapital = text.Any(char.IsLetter) && !text.Any(char.IsLower) && plain.Length > 3;
        var endsInColon = text[^1] == ':';
        var looksLikeOne = (isCapital && (isKnown || !Current.IsOpen))
            || (isKnown && isNumbered)
            || (isKnown && endsInColon && !saysMore.IsIn(plain))
            || (isKnown && !Current.IsOpen && !endsInColon && char.IsUpper(text[0]) && !plain.Contains(',', StringComparison.Ordinal) && plain.Count(letter => letter == ' ') < 7)
            || (isNumbered && !Current.IsOpen && plain.Count(letter => letter == ' ') < 7 && char.IsUpper(text[^plain.Length]));
        if (looksLikeOne)
        {
            Begin(text, line.Number, LevelOf(line));
        }

        return looksLikeOne;
    }

    /// <summary>A heading and what it says on one line: "3. Register name: Customers".</summary>
    private bool BeginsWithHeading(NoticeLine line)
    {
        var colon = line.Text.IndexOf(": ", StringComparison.Ordinal);
        if (colon is <= 0 or > 70 || (Current.IsOpen && !HeadingVocabulary.IsNumbered(line.Text)))
        {
            return false;
        }

        var head = line.Text[..colon];
        if (Ids(head).Count == 0 || saysMore.IsIn(head) || head.Contains('.', StringComparison.Ordinal) != HeadingVocabulary.IsNumbered(head))
        {
            return false;
        }

        Begin(head, line.Number, LevelOf(line));
        Current.Begin(BlockKind.Paragraph, line with { Text = line.Text[(colon + 2)..] });
        return true;
    }

    // Only where the notice has no headings: under one, numbers count the items of a list.
    private bool IsNumberedParagraph(NoticeLine line) =>
        char.IsAsciiDigit(line.Text[0]) && HeadingVocabulary.IsNumbered(line.Text) && line.Text.Length > 40 && (!Current.HasHeading || sections.Count == 1);

    private void Begin(string heading, int number, int level)
    {
        var isTitle = sections.Count == 0 && noticeTitle.IsIn(heading);
        sections.Add(new SectionBuilder(heading.Trim(), number, level, isTitle ? new HashSet<NoticeHeading>() : Ids(heading)));
    }

    /// <summary>What a heading is about, here: among the rights a bare "transfer" is that of one's own data.</summary>
    private IReadOnlySet<NoticeHeading> Ids(string heading)
    {
        var ids = HeadingVocabulary.Recognise(heading);
        var isAmongRights = sections.Any(section => section.IsOverRights);
        return ids.Count == 0 && isAmongRights && HeadingVocabulary.Normalise(heading) is "tietojen siirto" or "siirto" or "siirtäminen" or "tietojen siirtäminen"
            ? new HashSet<NoticeHeading> { NoticeHeading.Portability }
            : ids;
    }

    private void Require(NoticeLine line)
    {
        if (sections.Count == 0)
        {
            sections.Add(new SectionBuilder(string.Empty, line.Number, LevelOfTitle, new HashSet<NoticeHeading>()) { HasHeading = false });
        }
    }

    private static int LevelOf(NoticeLine line)
    {
        var number = line.Text.TrimStart().TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.').ToArray();
        var dots = number.Where((letter, index) => letter == '.' && index + 1 < number.Length).Count();
        var isLettered = number.Length == 0 && HeadingVocabulary.IsNumbered(line.Text);
        return line.Level > 0 ? Math.Max(line.Level, LevelOfLine) : LevelOfLine + dots + (isLettered ? 1 : 0);
    }

    private List<NoticeSection> Close()
    {
        var built = new List<NoticeSection>();
        for (var index = 0; index < sections.Count; index++)
        {
            var section = sections[index];
            var above = built.LastOrDefault(other => other.Level < section.Level && other.Level > LevelOfTitle);
            var hasParts = index + 1 < sections.Count && sections[index + 1].Level > section.Level;
            built.Add(section.Build(above?.Ids ?? new HashSet<NoticeHeading>(), above?.IsAmongRights ?? false, hasParts));
        }

        return built;
    }
}
