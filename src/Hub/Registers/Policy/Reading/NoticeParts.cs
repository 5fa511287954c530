using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>Contacts, versions of the notice, and where data is from.</summary>
internal static class NoticeParts
{
    /// <summary>Notices, statements, bases and blocks come before categories and purposes, which refer to them.</summary>
    public static (IReadOnlyList<NoticeVersion> Notices, IReadOnlyList<Statement> Statements, IReadOnlyList<LegalBasis> Bases, IReadOnlyList<CategoryBlock> Blocks)
        ReadFirst(YamlSection file, KnownIds known)
    {
        var notices = Versions(file);
        known.Notices.UnionWith(notices.Select(notice => notice.Id));
        var statements = file.Each("statements", one => StatementOf(one, known), statement => statement.Id);
        known.Statements.UnionWith(statements.Select(statement => statement.Id));
        var bases = file.Each("bases", one => BasisOf(one, known), basis => basis.Id);
        known.Bases.UnionWith(bases.Select(basis => basis.Id));
        var blocks = file.Each("blocks", one => new CategoryBlock(one.RequiredId("id"), one.RequiredLocalText("name")), block => block.Id);
        known.Blocks.UnionWith(blocks.Select(block => block.Id));
        return (notices, statements, bases, blocks);
    }

    /// <summary>Contacts and origins.</summary>
    public static PolicyPack Read(YamlSection file, KnownIds known, PolicyPack pack) => pack with
    {
        Contacts = file.Each("contacts", ContactOf, contact => $"{contact.Role} {contact.Name}"),
        Origins = file.Each("origins", one => OriginOf(one, known), origin => origin.Id),
    };

    private static IReadOnlyList<NoticeVersion> Versions(YamlSection file)
    {
        var written = new List<(NoticeVersion Version, YamlSection Section)>();
        var versions = file.Each(
            "notices",
            one =>
            {
                var version = new NoticeVersion(
                    one.RequiredText("id"),
                    one.Day("from"),
                    one.RequiredLocalText("title"),
                    one.References("regimes", "act", KnownIds.Acts));
                written.Add((version, one));
                return version;
            },
            version => version.Id);

        // Otherwise "which notice applied on that day" would have two answers.
        foreach (var twice in written.GroupBy(one => one.Version.From).SelectMany(group => group.Skip(1)))
        {
            twice.Section.Mistakes.Add(twice.Section.Node, twice.Version.From is { } from
                ? $"two versions of the notice begin on {from:yyyy-MM-dd}; only one can apply on a day."
                : "two versions of the notice have no 'from'; only the first may be undated.");
        }

        return [.. versions.OrderBy(version => version.From ?? DateOnly.MinValue)];
    }

    private static Statement StatementOf(YamlSection one, KnownIds known) =>
        new(one.RequiredId("id"), one.RequiredChoice<NoticeHeading>("heading"), one.Words("articles"), one.RequiredLocalText("text"))
        {
            Notices = one.References("notices", "version of the notice", known.Notices),
            Copies = [.. one.Sections("copies").Select(CopyOf)],
            Instead = one.LocalText("instead"),
            InsteadBy = InsteadByOf(one),
        };

    private static StatementCopy CopyOf(YamlSection one)
    {
        var copy = new StatementCopy(one.RequiredChoice<NoticeHeading>("heading"), one.LocalText("text"));
        one.RefuseUnknown();
        return copy;
    }

    private static IReadOnlyList<string> InsteadByOf(YamlSection one)
    {
        var laws = one.Words("insteadBy");
        if (laws.Count == 0 && one.Find("instead") is { } instead)
        {
            one.Mistakes.Add(instead, "'insteadBy' is missing: what holds instead of the notice is law, so say which.");
        }

        return laws;
    }

    private static LegalBasis BasisOf(YamlSection one, KnownIds known)
    {
        var basis = new LegalBasis(one.RequiredId("id"), one.RequiredChoice<BasisKind>("kind"), one.RequiredLocalText("name"))
        {
            Interest = one.LocalText("interest"),
            Statements = known.StatementsOf(one),
        };
        if (basis is { Interest: not null, Kind: not BasisKind.LegitimateInterest })
        {
            one.Mistakes.Add(one.Find("interest")!, "'interest' belongs to a basis of the kind legitimate-interest only.");
        }

        return basis;
    }

    private static Contact ContactOf(YamlSection one) => new(
        one.RequiredChoice<ContactRole>("role"), one.RequiredText("name"), one.Text("email"), one.Text("phone"), one.Text("address"));

    private static OriginClass OriginOf(YamlSection one, KnownIds known) =>
        new(one.RequiredId("id"), one.RequiredChoice<OriginKind>("kind"), one.RequiredLocalText("name"))
        {
            Mechanism = one.LocalText("mechanism"),
            Sources = known.SourcesOf(one),
            Fields = one.Words("fields"),
            Statements = known.StatementsOf(one),
        };
}
