using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>The sections that several documents share, from a register's pack alone.</summary>
internal sealed class PackSections(Register register, PackPhrases phrases)
{
    private readonly PolicyPack pack = register.Pack;

    public DocumentSection Controller()
    {
        var controller = register.Controller;
        var businessId = controller.BusinessId is { } id ? phrases.Say($"Y-tunnus {id}", $"Business ID {id}") : null;
        string?[] lines = [controller.Name, businessId, controller.Address, controller.Phone, controller.Email];
        return new(phrases.Say("Rekisterinpitäjä", "Controller"), [DocumentBlock.List(lines.OfType<string>())]);
    }

    public DocumentSection Contacts() => Table(
        phrases.Say("Yhteyshenkilöt", "Contact persons"),
        [phrases.Say("Tehtävä", "Role"), phrases.Say("Nimi", "Name"), phrases.Say("Yhteystieto", "How to reach")],
        pack.Contacts.Select(contact => Row(phrases.Role(contact.Role), contact.Name, Joined(contact.Email, contact.Phone, contact.Address))));

    public DocumentSection Purposes() => Table(
        phrases.Say("Käsittelyn tarkoitukset ja oikeusperusteet", "Purposes and legal bases"),
        [phrases.Say("Tarkoitus", "Purpose"), phrases.Say("Oikeusperuste", "Legal basis"), phrases.Say("Milloin", "When")],
        register.Purposes.Select(purpose => Row(
            phrases.Say(purpose.Names),
            string.Join("; ", purpose.Bases.Select(pack.FindBasis).OfType<LegalBasis>().Select(phrases.Basis)),
            phrases.Default(purpose.Default))));

    public DocumentSection Categories() => Table(
        phrases.Say("Rekisterin tietosisältö ja henkilötietoryhmät", "Categories of personal data"),
        [phrases.Say("Tietoryhmä", "Category"), phrases.Say("Mitä se sisältää", "What it holds"), phrases.Say("Huomattavaa", "Remarks")],
        register.Categories.Select(category => Row(phrases.Say(category.Names), Contents(category), Remarks(category))));

    public DocumentSection Recipients() => new(phrases.Say("Tietojen vastaanottajat ja luovutukset", "Recipients and disclosures"), Filled(
        DocumentBlock.Paragraph(pack.DisclosureGrounds.Count == 0 ? string.Empty : phrases.Say(
            $"Luovutuksen perusteet: {string.Join("; ", pack.DisclosureGrounds.Select(ground => phrases.Say(ground.Name)))}.",
            $"Grounds of a disclosure: {string.Join("; ", pack.DisclosureGrounds.Select(ground => phrases.Say(ground.Name)))}.")),
        DocumentBlock.Table(
            [phrases.Say("Vastaanottaja", "Recipient"), phrases.Say("Asema", "Standing"), phrases.Say("Tehtävä ja tiedot", "Task and data"), phrases.Say("Sijainti", "Place")],
            pack.Recipients.Select(recipient => Row(
                phrases.Say(recipient.Name), phrases.Kind(recipient.Kind), Task(recipient), phrases.Place(recipient.Country))))));

    public DocumentSection Transfers()
    {
        var rule = pack.Transfers?.Mode switch
        {
            null => string.Empty,
            TransferMode.Never => phrases.Say("Tietoja ei siirretä EU:n eikä ETA:n ulkopuolelle.", "Data is not transferred outside the EU or the EEA."),
            TransferMode.IfNecessary => phrases.Say(
                "Tietoja ei siirretä EU:n eikä ETA:n ulkopuolelle, ellei se ole välttämätöntä; silloin siirto suojataan tietosuoja-asetuksen V luvun mukaisin suojatoimin.",
                "Data is not transferred outside the EU or the EEA unless that is necessary; then the transfer is protected by a safeguard of chapter V of the GDPR."),
            _ => phrases.Say(
                "Tietoja voidaan siirtää EU:n ja ETA:n ulkopuolelle tietosuoja-asetuksen V luvun mukaisin suojatoimin.",
                "Data may be transferred outside the EU and the EEA under a safeguard of chapter V of the GDPR."),
        };
        return new(phrases.Say("Tietojen siirto EU:n tai ETA:n ulkopuolelle", "Transfers outside the EU or the EEA"), Filled(
            DocumentBlock.Paragraph(rule),
            DocumentBlock.Table(
                [phrases.Say("Vastaanottaja", "Recipient"), phrases.Say("Maa", "Country"), phrases.Say("Suojatoimi", "Safeguard"), phrases.Say("Miksi siirto on tarpeen", "Why it is needed")],
                pack.Recipients.Where(recipient => !Countries.InEconomicArea(recipient.Country)).Select(recipient => Row(
                    phrases.Say(recipient.Name), recipient.Country, recipient.Safeguard ?? string.Empty, phrases.Say(recipient.Necessity))))));
    }

    public DocumentSection Retention() => new(phrases.Say("Tietojen säilytysajat", "Retention periods"), Filled(
        DocumentBlock.Paragraph(pack.Relationship is not { } relationship ? string.Empty : Joined(
            relationship.Threshold is { } threshold
                ? phrases.Say($"Asiakassuhde päättyy, kun viimeisestä asioinnista on kulunut {phrases.Length(threshold)}.", $"The relationship ends {phrases.Length(threshold)} after the last contact.")
                : phrases.Say("Asiakassuhde päättyy, kun viimeinen sopimus päättyy.", "The relationship ends with the last contract."),
            PackPhrases.Sentence(phrases.Say(relationship.Explanation))).Replace(".,", ".", StringComparison.Ordinal)),
        DocumentBlock.Table(
            [phrases.Say("Tiedot", "Data"), phrases.Say("Säilytysaika", "Period"), phrases.Say("Perusta", "Basis of the period")],
            pack.Retention.Where(rule => rule.ValidTo is null).Select(rule => Row(Covered(rule), phrases.Time(rule), rule.Law ?? phrases.Say("rekisterinpitäjän päätös", "decision of the controller"))))));

    public DocumentSection Protection()
    {
        var staff = pack.Staff;
        string[] conditions =
        [
            .. pack.Protection.Select(measure => phrases.Say(measure.Name)),
            .. staff.PersonalAccount ? [phrases.Say("Käyttäjillä on henkilökohtainen tunnus.", "Every user has an account of their own.")] : Array.Empty<string>(),
            .. staff.Undertaking ? [phrases.Say("Käsittelijät ovat antaneet salassapitositoumuksen.", "Staff have given an undertaking of secrecy.")] : Array.Empty<string>(),
            .. staff.Training ? [phrases.Say("Käsittelijät on koulutettu.", "Staff have been trained.")] : Array.Empty<string>(),
            .. staff.GrantProcess ? [phrases.Say("Käyttöoikeuksien myöntäminen ja poistaminen kirjataan.", "Granting and removing access is recorded.")] : Array.Empty<string>(),
        ];
        return new(phrases.Say("Rekisterin suojaus", "Security of the register"), Filled(DocumentBlock.List(conditions.Select(PackPhrases.Sentence))));
    }

    public DocumentSection Origins() => Table(
        phrases.Say("Tietolähteet", "Sources of the data"),
        [phrases.Say("Lähde", "Source"), phrases.Say("Miten tieto saadaan", "How it comes"), phrases.Say("Kuvaus", "Description")],
        pack.Origins.Select(origin => Row(phrases.Say(origin.Name), phrases.Say(origin.Mechanism), Texts(origin.Statements))));

    public static IReadOnlyList<string> Row(params string[] cells) => [.. cells.Select(cell => cell.Length == 0 ? "–" : cell)];

    public static IReadOnlyList<DocumentBlock> Filled(params DocumentBlock[] blocks) => [.. blocks.Where(block => !block.IsEmpty)];

    public static string Joined(params string?[] parts) => string.Join(", ", parts.Where(part => part is { Length: > 0 }));

    public static DocumentSection Table(string heading, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        new(heading, Filled(DocumentBlock.Table(columns, rows)));

    private string Texts(IEnumerable<string> statements) =>
        string.Join(' ', statements.Select(pack.FindStatement).OfType<Statement>().Select(phrases.Say).Distinct());

    // What the notice did not name is known by its name alone.
    private string Contents(DataCategory category) => string.Join(' ', category.Statements.Select(pack.FindStatement).OfType<Statement>()
        .Where(statement => statement.Heading == NoticeHeading.DataContents).Select(phrases.Say));

    private string Remarks(DataCategory category) => Joined(
        category.Special ? phrases.Say("erityinen henkilötietoryhmä (9 artikla)", "special category (Art. 9)") : null,
        category.ThirdParty ? phrases.Say("koskee muuta kuin rekisteröityä", "concerns somebody else than the registrant") : null,
        category.Secrecy switch
        {
            Secrecy.Communications => phrases.Say("luottamuksellista viestintää (laki 917/2014): vain erikseen nimettyihin tarkoituksiin", "confidential communications (Act 917/2014): only for purposes that name it"),
            Secrecy.SocialCare => phrases.Say("sosiaalihuollon asiakastietona salassa pidettävä", "secret as client data of social care"),
            Secrecy.Health => phrases.Say("terveystietona salassa pidettävä", "secret as health data"),
            _ => null,
        });

    private string Task(Recipient recipient) => Joined(
        phrases.Say(recipient.Task),
        string.Join(", ", recipient.Categories.Select(register.FindCategory).OfType<DataCategory>().Select(category => phrases.Say(category.Names))),
        recipient.Granularity == Granularity.Segment ? phrases.Say("vain ryhminä, ei henkilöittäin", "only as segments, nobody told apart") : null);

    private string Covered(RetentionRule rule)
    {
        var categories = string.Join(", ", rule.Categories.Select(register.FindCategory).OfType<DataCategory>().Select(category => phrases.Say(category.Names)));
        return categories.Length == 0 ? phrases.Say(rule.Name) : $"{phrases.Say(rule.Name)}: {categories}";
    }
}
