using System.Text;
using PersonalDataHub.Hub.Registers.Notices.Lint.Rules;
using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>
/// Writes the beginning of a <c>register.yaml</c> from a notice: what was found, each with the line it came from, and
/// <c># MISSING:</c> where the notice gives nothing, so that nobody takes a guess for a decision.
/// </summary>
internal sealed class PackDraft
{
    private const int LongestText = 240;

    private readonly NoticeDocument notice;
    private readonly StringBuilder text = new();
    private readonly Dictionary<NoticeSection, string> statements = [];

    private PackDraft(NoticeDocument notice) => this.notice = notice;

    /// <param name="notice">The notice as read.</param>
    /// <param name="id">The register's id, which is the name of its folder.</param>
    /// <param name="origin">The name of the notice's file, for the first comment.</param>
    public static string Write(NoticeDocument notice, string id, string origin)
    {
        var draft = new PackDraft(notice);
        draft.Begin(id, origin);
        draft.Statements();
        var bases = draft.Bases();
        draft.Categories();
        draft.Purposes(bases);
        draft.Sharing();
        draft.Rights();
        return draft.text.ToString();
    }

    private void Begin(string id, string origin)
    {
        Line($"# Drafted from {origin}. Lines named in comments are the notice's. Check everything; mend what says MISSING.");
        Line($"id: {id}");
        var name = notice.SectionsOn(NoticeHeading.RegisterName).SelectMany(section => section.Sentences).FirstOrDefault();
        Line(name is null ? $"name: {id} # MISSING: name: what people call the register" : $"name: {Quoted(name.Text)} # line {name.Line}");
        var controller = ControllerProposal.In(notice);
        Line("controller:");
        Field("name", controller.Name, required: true);
        Field("businessId", controller.BusinessId);
        Field("address", controller.Address);
        Field("phone", controller.Phone);
        Field("email", controller.Email);
        Line("# MISSING: primarySource: the id of the source file whose customer numbers are the register's customer ids");
        Line(string.Empty);
        if (NoticeDates.Of(notice) is { } dated)
        {
            Line("notices:");
            Line($"  - {{ id: \"{dated.Date:yyyy-MM-dd}\", from: {dated.Date:yyyy-MM-dd}, title: {Quoted(TitleOf())} }} # line {dated.Line}");
        }
        else
        {
            Line("# MISSING: notices: the notice bears no date; say from when it applies");
        }

        Line(string.Empty);
    }

    private string TitleOf() => notice.Sections is [{ Heading.Length: > 0 } first, ..] ? first.Heading : "Tietosuojaseloste";

    private void Field(string key, (string Text, int Line)? value, bool required = false) => Line(value is { } found
        ? $"  {key}: {Quoted(found.Text)} # line {found.Line}"
        : required ? $"  # MISSING: {key}: the notice does not say who the controller is" : $"  # MISSING: {key}: not found in the notice");

    private void Statements()
    {
        Line("# What the notice says, one for each heading. Split them: one statement says one thing, in your own words.");
        Line("statements:");
        var count = 0;
        foreach (var section in notice.Sections.Where(section => section.IsRecognised && section.Blocks.Count > 0))
        {
            var heading = section.Ids.Min();
            var id = $"{PackWords.Kebab(heading)}-{++count}";
            statements[section] = id;
            var said = heading is NoticeHeading.Controller or NoticeHeading.Contact or NoticeHeading.Requests || section.Heading.Length == 0 && section.Blocks.Count == 0
                ? section.Heading.Length > 0 ? section.Heading : PackWords.Kebab(heading)
                : string.Join(' ', section.Sentences.Select(sentence => sentence.Text));
            Line($"  # line {section.FirstLine}{(section.Ids.Count > 1 ? $"; also about: {string.Join(", ", section.Ids.Order().Skip(1).Select(PackWords.Kebab))}" : "")}");
            Line($"  - {{ id: {id}, heading: {PackWords.Kebab(heading)}, articles: [{PackWords.ArticleOf(heading)}], text: {Quoted(Short(said))} }}");
        }

        if (count == 0)
        {
            Line("  [] # MISSING: statements: no heading of the notice is known");
        }

        foreach (var section in notice.Sections.Where(section => section is { IsRecognised: false, HasHeading: true, Blocks.Count: > 0 } && section != notice.Sections[0] && section.Ids.Count == 0))
        {
            Line($"# MISSING: statements: the heading on line {section.FirstLine} is not known; say what it is about");
        }

        Line(string.Empty);
    }

    private List<BasisKind> Bases()
    {
        var named = LegalBases.In(notice);
        var kinds = named.SelectMany(one => one.Bases).Distinct().Order().ToList();
        Line(kinds.Count == 0 ? "# MISSING: bases: the notice names no legal basis (GDPR Art. 13(1)(c))" : "bases:");
        foreach (var kind in kinds)
        {
            var line = named.First(one => one.Bases.Contains(kind)).Sentence.Line;
            Line($"  - {{ id: {PackWords.Kebab(kind)}, kind: {PackWords.Kebab(kind)}, name: {PackWords.NameOf(kind)} }} # line {line}");
        }

        Line(string.Empty);
        return kinds;
    }

    private void Categories()
    {
        var found = CategoryProposals.In(notice);
        Line(found.Count == 0 ? "# MISSING: categories: the notice names no data (GDPR Art. 14(1)(d))" : "categories:");
        foreach (var one in found)
        {
            var known = KnownCategories.All.FirstOrDefault(category => category.Id == one.Id);
            var terms = known?.Dpv is { } dpv ? $", dpv: [{dpv}]" : string.Empty;
            var keys = known?.Fideslang is { } fides ? $", fideslang: [{fides}]" : string.Empty;
            var special = KnownCategories.Special.Contains(one.Id) ? ", special: true" : string.Empty;
            Line($"  - {{ id: {one.Id}, name: {Local(one.Name)}{terms}{keys}{special}{StatementsOn(NoticeHeading.DataContents)} }} # line {one.Line}");
        }

        if (found.FirstOrDefault(one => one.Id == "identity-code") is { } code)
        {
            Line($"# MISSING: identityCode: personal identity codes are named on line {code.Line}; say on which ground they may be held (Act 1050/2018 s. 29)");
        }

        Line(string.Empty);
    }

    private void Purposes(List<BasisKind> bases)
    {
        var found = PurposeProposals.In(notice);
        Line(found.Count == 0 ? "# MISSING: purposes: the notice names no purpose (GDPR Art. 13(1)(c))" : "purposes:");
        foreach (var (one, own) in found)
        {
            var named = own.Where(bases.Contains).Select(PackWords.Kebab).ToList();
            Line($"  - {{ id: {one.Id}, name: {Local(one.Name)}, categories: all, bases: [{string.Join(", ", named)}]{StatementsOn(NoticeHeading.Purposes)} }} # line {one.Line}");
            Line($"    # MISSING: categories of {one.Id}: 'all' is more than it needs; name them{(named.Count == 0 ? "; and no basis stands beside it" : string.Empty)}");
        }

        Line(string.Empty);
    }

    private void Sharing()
    {
        List("origins", SharingProposals.Origins(notice), NoticeHeading.Sources, "the notice does not say where data comes from (GDPR Art. 14(2)(f))");
        List("recipients", SharingProposals.Recipients(notice), NoticeHeading.Recipients, "the notice names no recipient (GDPR Art. 13(1)(e))");
        var transfers = notice.Saying(NoticeHeading.Transfers).FirstOrDefault();
        if (transfers is null)
        {
            Line("# MISSING: transfers: the notice does not say whether data leaves the EU or the EEA; left out, none may");
        }
        else
        {
            var mode = TransferWords.IsDenial(transfers.Text) ? "never" : TransferWords.IsConditional(transfers.Text) ? "if-necessary" : "allowed";
            Line($"transfers: {{ mode: {mode}, safeguardRequired: true }} # line {transfers.Line}");
        }

        var retention = notice.SectionsOn(NoticeHeading.Retention).FirstOrDefault();
        Line(retention is null
            ? "# MISSING: retention: the notice does not say how long data stays (GDPR Art. 13(2)(a))"
            : $"# MISSING: retention: write rules from what stands on lines {retention.FirstLine}-{retention.LastLine}");
        Line(string.Empty);
    }

    private void List(string key, IReadOnlyList<(Proposal Proposal, string Kind)> found, NoticeHeading heading, string gap)
    {
        Line(found.Count == 0 ? $"# MISSING: {key}: {gap}" : $"{key}:");
        foreach (var (one, kind) in found)
        {
            Line($"  - {{ id: {one.Id}, kind: {kind}, name: {Local(one.Name)}{StatementsOn(heading)} }} # line {one.Line}");
        }

        Line(string.Empty);
    }

    private void Rights()
    {
        Line("formalities:");
        foreach (var right in Enum.GetValues<RegistrantRight>())
        {
            var heading = PackWords.HeadingOf(right);
            var line = notice.SectionsOn(heading).FirstOrDefault(section => section.IsRecognised)?.FirstLine ?? notice.Saying(heading).FirstOrDefault()?.Line;
            Line(line is null
                ? $"  # MISSING: formalities: the notice does not tell of {PackWords.Kebab(right)}; the right holds all the same"
                : $"  - {{ right: {PackWords.Kebab(right)}{StatementsOn(heading)} }} # line {line}");
        }
    }

    private string StatementsOn(NoticeHeading heading)
    {
        var ids = statements.Where(one => one.Key.Covers(heading)).Select(one => one.Value).ToList();
        return ids.Count == 0 ? string.Empty : $", statements: [{string.Join(", ", ids)}]";
    }

    private static string Local(LocalText name) => name.Fi == name.En ? Quoted(name.Fi) : $"{{ fi: {Quoted(name.Fi)}, en: {Quoted(name.En)} }}";

    private static string Short(string said) => said.Length <= LongestText ? said : said[..said.LastIndexOf(' ', LongestText)] + " …";

    // '${' would be read as an environment variable.
    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("${", "$${", StringComparison.Ordinal)}\"";

    private void Line(string line) => text.Append(line).Append('\n');
}
