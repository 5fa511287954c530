using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>What must hold before data is held or shared, and that the rest of the pack meets it.</summary>
internal static class ConditionParts
{
    private const string OfficialId = "pd:OfficialID";

    public static PolicyPack Read(YamlSection file, KnownIds known, PolicyPack pack)
    {
        pack = pack with
        {
            IdentityCode = IdentityCode(file, known),
            Provisions = file.Each("provisions", one => ProvisionOf(one, known), rule => rule.Id),
            Sharing = Sharing(file, known),
        };
        ReportIncompleteRecipients(file, pack);
        ReportUnfilledRoles(file, pack);
        return pack;
    }

    private static IdentityCodeRule? IdentityCode(YamlSection file, KnownIds known)
    {
        if (file.Section("identityCode") is not { } section)
        {
            var holder = file.Sections("categories").FirstOrDefault(category => category.Texts("dpv").Any(term => term.Text == OfficialId));
            holder?.Mistakes.Add(
                holder.Node,
                "the category holds personal identity codes (pd:OfficialID); say under 'identityCode' on which ground (Act 1050/2018 s. 29).");
            return null;
        }

        var rule = new IdentityCodeRule(
            section.RequiredChoice<IdentityCodeGround>("ground"), section.RequiredLocalText("explanation"), known.StatementsOf(section));
        section.RefuseUnknown();
        return rule;
    }

    private static ProvisionRule ProvisionOf(YamlSection one, KnownIds known)
    {
        var rule = new ProvisionRule(
            one.RequiredId("id"), one.RequiredChoice<ProvisionRequirement>("requirement"), one.RequiredLocalText("consequence"))
        {
            Categories = known.CategoriesOf(one),
            Fields = one.Words("fields"),
            Statements = known.StatementsOf(one),
        };
        if (rule is { Categories: [], Fields: [] })
        {
            one.Mistakes.Add(one.Node, $"'{rule.Id}' names neither 'categories' nor 'fields'; say what must be given.");
        }

        return rule;
    }

    private static SharingConditions Sharing(YamlSection file, KnownIds known)
    {
        if (file.Section("sharing") is not { } section)
        {
            return new();
        }

        var conditions = new SharingConditions
        {
            Purpose = section.Boolean("purpose", false),
            Interface = section.Boolean("interface", false),
            Fields = section.Boolean("fields", false),
            Task = section.Boolean("task", false),
            Agreement = section.Boolean("agreement", false),
            LawOnly = known.CategoriesOf(section, "lawOnly"),
            Statements = known.StatementsOf(section),
        };
        section.RefuseUnknown();
        return conditions;
    }

    private static void ReportIncompleteRecipients(YamlSection file, PolicyPack pack)
    {
        foreach (var (section, recipient) in file.Sections("recipients").Zip(pack.Recipients))
        {
            // Staff and registers of the controller are no outsiders; an authority asks on its own law.
            if (recipient.Kind is not (RecipientKind.Processor or RecipientKind.Controller))
            {
                continue;
            }

            Demand(pack.Sharing.Purpose && recipient.Purposes.Count == 0, "purposes");
            Demand(pack.Sharing.Interface && recipient.Interface is null, "interface");
            Demand(pack.Sharing.Fields && recipient.Fields.Count == 0, "fields");
            Demand(pack.Sharing.Task && recipient.Task is null, "task");
            Demand(pack.Sharing.Agreement && recipient is { Kind: RecipientKind.Processor, Agreement: null }, "agreement");

            void Demand(bool missing, string key)
            {
                if (missing)
                {
                    section.Mistakes.Add(section.Node, $"'{key}' is missing: 'sharing' demands it of everybody outside who gets data, and '{recipient.Id}' does.");
                }
            }
        }
    }

    private static void ReportUnfilledRoles(YamlSection file, PolicyPack pack)
    {
        foreach (var (section, formality) in file.Sections("formalities").Zip(pack.Formalities))
        {
            if (section.Find("addressee") is { } addressee && pack.ContactOf(formality.Addressee) is null)
            {
                section.Mistakes.Add(addressee, $"'addressee' names a role that no contact has; write under 'contacts' who it is.");
            }
        }
    }
}
