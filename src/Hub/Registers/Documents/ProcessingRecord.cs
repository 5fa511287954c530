using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>The record of processing activities of GDPR Art. 30(1), items (a) to (g), from a pack alone.</summary>
internal static class ProcessingRecord
{
    /// <param name="register">The register.</param>
    /// <param name="language"><c>fi</c> or <c>en</c>.</param>
    public static PolicyDocument Write(Register register, string language)
    {
        var phrases = new PackPhrases(language);
        var shared = new PackSections(register, phrases);
        DocumentSection[] sections =
        [
            Lettered('a', shared.Controller()), Lettered('a', shared.Contacts()), Lettered('b', shared.Purposes()),
            Lettered('c', Persons(register, phrases)), Lettered('c', shared.Categories()), Lettered('c', Vocabulary(register, phrases)),
            Lettered('d', shared.Recipients()), Lettered('e', shared.Transfers()), Lettered('f', shared.Retention()), Lettered('g', shared.Protection()),
            Basis(register, phrases),
        ];
        var title = $"{phrases.Say("Seloste käsittelytoimista", "Record of processing activities")}: {phrases.Say(register.Names)}";
        return new(language, title, [.. sections.Where(section => section.Blocks.Count > 0)]);
    }

    private static DocumentSection Lettered(char item, DocumentSection section) => section with { Heading = $"{section.Heading} (30(1)({item}))" };

    private static DocumentSection Persons(Register register, PackPhrases phrases)
    {
        var others = register.Categories.Where(category => category.ThirdParty).Select(category => phrases.Say(
            $"muut henkilöt, joita tietoryhmä {phrases.Say(category.Names)} koskee", $"other persons whom the category {phrases.Say(category.Names)} concerns"));
        var contacts = register.Pack.Blockers.Any(blocker => blocker.Kind == BlockerKind.CompanyContact)
            ? [phrases.Say("yritysten yhteyshenkilöt", "contact persons of companies")]
            : Array.Empty<string>();
        return new(phrases.Say("Rekisteröityjen ryhmät", "Categories of data subjects"),
            [DocumentBlock.List([phrases.Say("asiakkaat ja muut, joihin rekisterinpitäjällä on asiallinen yhteys", "customers and others with an appropriate connection to the controller"), .. contacts, .. others])]);
    }

    private static DocumentSection Vocabulary(Register register, PackPhrases phrases) => PackSections.Table(
        phrases.Say("Tietoryhmät sanastoissa", "Categories in vocabularies"),
        [phrases.Say("Tietoryhmä", "Category"), "W3C DPV", "fideslang"],
        register.Categories.Select(category => PackSections.Row(phrases.Say(category.Names), string.Join(", ", category.Dpv), string.Join(", ", category.Fideslang))));

    private static DocumentSection Basis(Register register, PackPhrases phrases) => PackSections.Table(
        phrases.Say("Selosteen versiot", "Versions of the notice"),
        [phrases.Say("Voimassa alkaen", "In force from"), phrases.Say("Nimi", "Title"), phrases.Say("Säädökset", "Acts")],
        register.Pack.Notices.Select(notice => PackSections.Row(
            notice.From is { } from ? phrases.Day(from) : string.Empty,
            phrases.Say(notice.Title),
            string.Join(", ", notice.Regimes.Select(Law.LegalActs.Find).OfType<Law.LegalAct>().Select(act => act.Name)))));
}
