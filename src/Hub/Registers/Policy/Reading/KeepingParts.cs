using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>How long data stays and what keeps it.</summary>
internal static class KeepingParts
{
    public static PolicyPack Read(YamlSection file, KnownIds known, PolicyPack pack) => pack with
    {
        Relationship = Relationship(file, known),
        FinancialYear = FinancialYearOf(file),
        Retention = Rules(file, known),
        Blockers = file.Each("blockers", one => BlockerOf(one, known), blocker => blocker.Id),
    };

    private static RelationshipRule? Relationship(YamlSection file, KnownIds known)
    {
        if (file.Section("relationship") is not { } section)
        {
            return null;
        }

        var rule = new RelationshipRule(section.Period("threshold"), section.RequiredLocalText("explanation"), known.StatementsOf(section));
        section.RefuseUnknown();
        return rule;
    }

    private static FinancialYear FinancialYearOf(YamlSection file)
    {
        if (file.Text("financialYearEnds") is not { } text)
        {
            return FinancialYear.CalendarYear;
        }

        if (FinancialYear.Parse(text) is { } year)
        {
            return year;
        }

        file.Mistakes.Add(file.Find("financialYearEnds")!, "'financialYearEnds' must be a month and a day such as 06-30.");
        return FinancialYear.CalendarYear;
    }

    private static IReadOnlyList<RetentionRule> Rules(YamlSection file, KnownIds known)
    {
        var written = new List<(RetentionRule Rule, YamlSection Section)>();
        var rules = file.Each(
            "retention",
            one =>
            {
                var rule = RuleOf(one, known);
                written.Add((rule, one));
                return rule;
            },
            rule => rule.Id);
        RetentionContradictions.Report(written);
        return rules;
    }

    private static RetentionRule RuleOf(YamlSection one, KnownIds known)
    {
        var rule = new RetentionRule(
            one.RequiredId("id"), one.RequiredLocalText("name"), one.RequiredChoice<RetentionTrigger>("trigger"), one.Period("period"))
        {
            Categories = known.CategoriesOf(one),
            Fields = one.Words("fields"),
            Sources = known.SourcesOf(one),
            Purposes = known.PurposesOf(one),
            DateField = one.Text("dateField"),
            RecordedField = one.Text("recordedField"),
            OnlyIf = one.Text("onlyIf"),
            ToEndOfYear = one.Boolean("toEndOfYear", false),
            Strength = one.Choice("strength", RetentionStrength.Policy),
            Law = one.Text("law"),
            ValidFrom = one.Day("validFrom"),
            ValidTo = one.Day("validTo"),
            HandOverTo = one.Reference("handOverTo", "recipient", known.Recipients),
            DueFact = one.Text("dueFact"),
            BySource = one.Boolean("bySource", false),
            Automatic = one.Boolean("automatic", false),
            Statements = known.StatementsOf(one),
        };
        var needsDate = rule.Trigger is RetentionTrigger.RecordDate or RetentionTrigger.FinancialYearEnd or RetentionTrigger.DueOrRecorded;
        if (needsDate && rule.DateField is null)
        {
            one.Mistakes.Add(one.Node, $"'dateField' is missing: the period of '{rule.Id}' runs from a date of the record.");
        }

        if (rule.Trigger is RetentionTrigger.DueOrRecorded && rule.RecordedField is null)
        {
            one.Mistakes.Add(one.Node, $"'recordedField' is missing: the period of '{rule.Id}' runs from the later of two dates.");
        }

        if (rule.Strength is not RetentionStrength.Policy && rule.Law is null)
        {
            one.Mistakes.Add(one.Node, $"'law' is missing: '{rule.Id}' is said to be law, so say which.");
        }

        if (rule.ValidTo < rule.ValidFrom)
        {
            one.Mistakes.Add(one.Find("validTo")!, "'validTo' lies before 'validFrom'.");
        }

        return rule;
    }

    private static BlockerRule BlockerOf(YamlSection one, KnownIds known)
    {
        var rule = new BlockerRule(
            one.RequiredId("id"), one.RequiredChoice<BlockerKind>("kind"), one.RequiredLocalText("name"), one.RequiredLocalText("liftedBy"))
        {
            Fact = one.Text("fact"),
            FactSources = known.SourcesOf(one, "factSources"),
            Categories = known.CategoriesOf(one),
            Fields = one.Words("fields"),
            Anonymise = one.Boolean("anonymise", false),
            Article = one.RequiredText("article"),
            Line = (int)one.Node.Start.Line,
            Statements = known.StatementsOf(one),
        };
        if (rule is { Fact: null, Kind: BlockerKind.OpenInvoice or BlockerKind.Collection or BlockerKind.RelationshipInForce or BlockerKind.CompanyContact })
        {
            one.Mistakes.Add(one.Node, $"'fact' is missing: whether '{rule.Id}' holds is asked of sources, so name the fact.");
        }

        return rule;
    }
}
