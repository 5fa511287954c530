using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>The privacy notice of GDPR Art. 13 and 14, under the headings that Finnish notices use, from a pack alone.</summary>
internal sealed class PrivacyNotice
{
    private readonly Register register;
    private readonly PolicyPack pack;
    private readonly PackPhrases phrases;

    private PrivacyNotice(Register register, string language)
    {
        this.register = register;
        pack = register.Pack;
        phrases = new PackPhrases(language);
    }

    /// <param name="register">The register.</param>
    /// <param name="language"><c>fi</c> or <c>en</c>.</param>
    public static PolicyDocument Write(Register register, string language)
    {
        var notice = new PrivacyNotice(register, language);
        var shared = new PackSections(register, notice.phrases);
        DocumentSection[] sections =
        [
            shared.Controller(), shared.Contacts(), notice.Name(), shared.Purposes(), notice.Interests(), notice.Provision(),
            shared.Categories(), shared.Origins(), shared.Recipients(), shared.Transfers(), shared.Retention(), shared.Protection(),
            notice.Profiling(), notice.Cookies(), .. new RightsOfPack(register, notice.phrases).Sections(), notice.Requests(),
        ];
        var title = $"{notice.phrases.Say("Tietosuojaseloste", "Privacy notice")}: {notice.phrases.Say(register.Names)}";
        return new(language, title, [.. sections.Where(section => section.Blocks.Count > 0)]);
    }

    private DocumentSection Name()
    {
        var own = pack.Recipients.Where(recipient => recipient.Kind == RecipientKind.OwnRegister).Select(recipient => phrases.Say(recipient.Name)).ToList();
        var aliases = register.Aliases.Count == 0 ? string.Empty : $" ({string.Join(", ", register.Aliases)})";
        var others = own.Count == 0 ? string.Empty : phrases.Say(
            $"; tietoja käytetään myös näissä rekisterinpitäjän omissa rekistereissä: {string.Join(", ", own)}",
            $"; data is used in these registers of the same controller too: {string.Join(", ", own)}");
        return new(phrases.Say("Rekisterin nimi", "Name of the register"), [DocumentBlock.Paragraph($"{phrases.Say(register.Names)}{aliases}{others}.")]);
    }

    private DocumentSection Interests() => new(phrases.Say("Oikeutettu etu", "Legitimate interest"), PackSections.Filled(DocumentBlock.List(
        pack.Bases.Where(basis => basis.Kind == BasisKind.LegitimateInterest).Select(basis => basis.Interest is { } interest
            ? phrases.Say($"{phrases.Say(basis.Name)}: oikeutettu etu on {Lowered(phrases.Say(interest))}.", $"{phrases.Say(basis.Name)}: the legitimate interest is {Lowered(phrases.Say(interest))}.")
            : phrases.Say($"{phrases.Say(basis.Name)} on rekisterinpitäjän oikeutettu etu.", $"{phrases.Say(basis.Name)} is the legitimate interest of the controller.")))));

    private DocumentSection Provision() => PackSections.Table(
        phrases.Say("Onko tietojen antaminen lakisääteinen vai sopimukseen perustuva vaatimus", "Is giving the data a statutory or contractual requirement"),
        [phrases.Say("Tietoryhmä", "Category"), phrases.Say("Vaatimus", "Requirement"), phrases.Say("Jos tietoa ei anneta", "If it is not given")],
        from category in register.Categories
        where category.Provision is not null
        select PackSections.Row(phrases.Say(category.Names), phrases.Provision(category.Provision!.Value), phrases.Say(category.Consequence)));

    private DocumentSection Profiling()
    {
        var profiling = pack.Profiling;
        var purposes = string.Join(", ", profiling.Purposes.Select(register.FindPurpose).OfType<Purpose>().Select(purpose => phrases.Say(purpose.Names)));
        var said = !profiling.Declared
            ? phrases.Say("Tietojen perusteella ei profiloida.", "Nobody is profiled by means of the data.")
            : phrases.Say($"Tietoja yhdistetään profiileiksi vain näihin tarkoituksiin: {purposes}.", $"Data is combined into profiles only for these purposes: {purposes}.");
        return new(phrases.Say("Automaattinen päätöksenteko ja profilointi", "Automated decisions and profiling"),
        [
            DocumentBlock.Paragraph($"{said} {phrases.Say("Päätöksiä, joilla on oikeusvaikutuksia, ei tehdä pelkästään automaattisesti.", "No decision with legal effects is made by automated means alone.")}"),
        ]);
    }

    private DocumentSection Cookies()
    {
        var web = pack.Web;
        var said = pack.Statements.Where(statement => statement.Heading == NoticeHeading.Cookies).Select(phrases.Say).Distinct().ToList();
        return new(phrases.Say("Evästeet ja verkkopalvelu", "Cookies and web service"), web.CookieText is null && said.Count == 0 ? [] : PackSections.Filled(
            DocumentBlock.Paragraph(phrases.Say(web.CookieText)),
            DocumentBlock.Paragraph(phrases.Say(
                "Muut kuin välttämättömät evästeet asetetaan vain suostumuksella, jonka voi peruuttaa milloin tahansa.",
                "Cookies that the service does not need are set only with consent, which can be withdrawn at any time.")),
            DocumentBlock.List(said),
            DocumentBlock.Paragraph(phrases.Say(web.BlockingText))));
    }

    private DocumentSection Requests()
    {
        var said = pack.Statements.Where(statement => statement.Heading == NoticeHeading.Requests).Select(phrases.Say).Distinct();
        return new(phrases.Say("Yhteydenotot ja pyynnöt", "How to make a request"), PackSections.Filled(
            DocumentBlock.Paragraph(phrases.Say(
                "Pyynnön voi tehdä millä tavalla tahansa. Siihen vastataan kuukauden kuluessa ja maksutta; henkilöllisyys varmistetaan vain, jos siitä on perusteltu epäilys.",
                "A request can be made in any way. It is answered within one month and free of charge; identity is checked only on reasonable doubt.")),
            DocumentBlock.List(said)));
    }

    private static string Lowered(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
}
