using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers.Policy.Reading;

/// <summary>Who gets data, on what ground, and whether it may leave the EU and the EEA.</summary>
internal static class SharingParts
{
    public static PolicyPack Read(YamlSection file, KnownIds known, PolicyPack pack)
    {
        var grounds = file.Each(
            "disclosureGrounds",
            one => new DisclosureGround(
                one.RequiredId("id"), one.RequiredChoice<DisclosureGroundKind>("kind"), one.RequiredLocalText("name"), known.StatementsOf(one)),
            ground => ground.Id);
        known.Grounds.UnionWith(grounds.Select(ground => ground.Id));
        var transfers = Transfers(file, known);
        var recipients = file.Each("recipients", one => RecipientOf(one, known, transfers), recipient => recipient.Id);
        known.Recipients.UnionWith(recipients.Select(recipient => recipient.Id));
        return pack with { DisclosureGrounds = grounds, Transfers = transfers, Recipients = recipients };
    }

    private static TransferRule? Transfers(YamlSection file, KnownIds known)
    {
        if (file.Section("transfers") is not { } section)
        {
            return null;
        }

        var rule = new TransferRule(
            section.RequiredChoice<TransferMode>("mode"), section.Boolean("safeguardRequired", false), known.StatementsOf(section));
        section.RefuseUnknown();
        return rule;
    }

    private static Recipient RecipientOf(YamlSection one, KnownIds known, TransferRule? transfers)
    {
        var recipient = new Recipient(one.RequiredId("id"), one.RequiredChoice<RecipientKind>("kind"), one.RequiredLocalText("name"))
        {
            Country = one.Text("country") ?? "FI",
            Safeguard = one.Text("safeguard"),
            Necessity = one.LocalText("necessity"),
            Agreement = AgreementOf(one),
            Task = one.LocalText("task"),
            Interface = one.Text("interface"),
            Grounds = one.References("grounds", "ground of disclosure", known.Grounds),
            Purposes = known.PurposesOf(one),
            Categories = known.CategoriesOf(one),
            Fields = one.Words("fields"),
            Granularity = one.Choice("granularity", Granularity.Person),
            Statements = known.StatementsOf(one),
        };
        if (TransferCheck.Of(transfers, recipient.Country, recipient.Safeguard, recipient.Necessity is not null) is { } mistake)
        {
            one.Mistakes.Add(one.Find("country") ?? one.Node, mistake);
        }

        return recipient;
    }

    private static Agreement? AgreementOf(YamlSection one)
    {
        if (one.Section("agreement") is not { } section)
        {
            return null;
        }

        var reference = section.RequiredText("reference");
        var signed = section.Day("signedOn");
        if (signed is null && section.Find("signedOn") is null)
        {
            section.Mistakes.Add(section.Node, "'signedOn' is missing.");
        }

        section.RefuseUnknown();
        return new(reference, signed ?? default);
    }
}
