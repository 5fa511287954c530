using PersonalDataHub.Hub.Registers.Law;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>The rights, each under a heading of its own: what the law gives, then what the pack adds.</summary>
internal sealed class RightsOfPack(Register register, PackPhrases phrases)
{
    private readonly PolicyPack pack = register.Pack;

    public IEnumerable<DocumentSection> Sections()
    {
        yield return Right(NoticeHeading.Access, RegistrantRight.Access, phrases.Say("Tarkastusoikeus", "Right of access"), phrases.Say(
            "Rekisteröidyllä on oikeus saada tietää, mitä tietoja hänestä on, ja saada niistä jäljennös.",
            "You have the right to know what data is held of you and to receive a copy of it."));
        yield return Right(NoticeHeading.Rectification, RegistrantRight.Rectification, phrases.Say("Oikeus vaatia tiedon korjaamista", "Right to rectification"), phrases.Say(
            "Virheellinen, vanhentunut tai puutteellinen tieto korjataan ilman aiheetonta viivytystä.",
            "Data that is wrong, outdated or incomplete is corrected without undue delay."));
        yield return Erasure();
        yield return Right(NoticeHeading.Restriction, RegistrantRight.Restriction, phrases.Say("Oikeus käsittelyn rajoittamiseen", "Right to restriction"), phrases.Say(
            "Rekisteröity voi pyytää käsittelyn rajoittamista esimerkiksi siksi aikaa, kun tiedon oikeellisuus tai vastustaminen selvitetään.",
            "You may ask for processing to be restricted, for example while the accuracy of the data or an objection is being looked into."));
        yield return Right(NoticeHeading.Portability, RegistrantRight.Portability, phrases.Say("Oikeus siirtää tiedot järjestelmästä toiseen", "Right to portability"), phrases.Say(
            "Rekisteröity saa koneluettavassa muodossa itse antamansa tiedot, joita käsitellään automaattisesti suostumuksen tai sopimuksen perusteella.",
            "You receive in machine-readable form the data that you provided and that is processed by automated means on consent or a contract."));
        yield return Objection();
        if (pack.Bases.Any(basis => basis.Kind == BasisKind.Consent))
        {
            yield return Right(NoticeHeading.Withdrawal, RegistrantRight.Withdrawal, phrases.Say("Suostumuksen peruuttaminen", "Withdrawal of consent"), phrases.Say(
                "Suostumuksen voi peruuttaa milloin tahansa yhtä helposti kuin sen voi antaa. Peruuttaminen ei vaikuta aiempaan käsittelyyn.",
                "Consent can be withdrawn at any time, as easily as it is given. Withdrawal does not affect earlier processing."));
        }

        yield return Complaint(phrases, null);
    }

    private DocumentSection Erasure() => Right(
        NoticeHeading.Erasure,
        RegistrantRight.Erasure,
        phrases.Say("Oikeus tietojen poistamiseen", "Right to erasure"),
        phrases.Say("Rekisteröity voi pyytää tietojensa poistamista.", "You may ask for your data to be erased."),
        DocumentBlock.Table(
            [phrases.Say("Mikä voi lykätä poistamista", "What may put off erasure"), phrases.Say("Mihin asti", "Until"), phrases.Say("Säännös", "Provision")],
            pack.Blockers.Select(blocker => PackSections.Row(phrases.Say(blocker.Name), phrases.Say(blocker.LiftedBy), blocker.Article))));

    private DocumentSection Objection() => Right(
        NoticeHeading.Objection,
        RegistrantRight.Objection,
        phrases.Say("Oikeus vastustaa käsittelyä ja kieltää suoramarkkinointi", "Right to object to processing and direct marketing"),
        phrases.Say(
            "Rekisteröity voi erityiseen tilanteeseensa vedoten vastustaa käsittelyä, joka perustuu oikeutettuun etuun. Suoramarkkinoinnin voi kieltää milloin tahansa ilman perusteluja.",
            "You may object, on grounds of your particular situation, to processing that rests on legitimate interest. You may object to direct marketing at any time and without reasons."),
        DocumentBlock.Table(
            [phrases.Say("Kanava", "Channel"), phrases.Say("Milloin sitä käytetään markkinointiin", "When it is used for marketing")],
            pack.Marketing.Channels.Select(channel => PackSections.Row(phrases.Say(channel.Name), phrases.Silence(channel.Regime)))));

    /// <summary>Where to complain, with the authority's details of a day, or of now.</summary>
    public static DocumentSection Complaint(PackPhrases phrases, DateOnly? on)
    {
        var authority = (on is { } day ? AuthorityContacts.FinlandOn(day) : null) ?? AuthorityContacts.Finland[^1];
        return new(phrases.Say("Valitus valvontaviranomaiselle", "Complaint to the supervisory authority"),
        [
            DocumentBlock.Paragraph(phrases.Say(
                $"Rekisteröity voi tehdä valituksen valvontaviranomaiselle, myös siinä jäsenvaltiossa, jossa hän asuu tai työskentelee. Suomessa se on {phrases.Say(authority.Name)}: {authority.Visit}; {phrases.Say(authority.Post)}; puhelin {authority.Phone}; {authority.Mailbox}; {authority.Website}.",
                $"You may lodge a complaint with a supervisory authority, also in the member state where you live or work. In Finland it is {phrases.Say(authority.Name)}: {authority.Visit}; {phrases.Say(authority.Post)}; telephone {authority.Phone}; {authority.Mailbox}; {authority.Website}.")),
        ]);
    }

    private DocumentSection Right(NoticeHeading heading, RegistrantRight right, string title, string law, params DocumentBlock[] more)
    {
        var added = pack.Statements.Where(statement => statement.Heading == heading).Select(phrases.Say).Distinct();
        return new(title, PackSections.Filled([DocumentBlock.Paragraph($"{law} {Addressee(right)}".TrimEnd()), .. more, DocumentBlock.List(added)]));
    }

    private string Addressee(RegistrantRight right)
    {
        var formality = pack.Formalities.FirstOrDefault(formality => formality.Right == right);
        var contact = pack.Contacts.FirstOrDefault(contact => contact.Role == formality?.Addressee) ?? pack.Contacts.FirstOrDefault();
        return contact is null ? string.Empty : phrases.Say(
            $"Pyynnön vastaanottaa {PackSections.Joined(phrases.Role(contact.Role), contact.Email ?? contact.Phone)}.",
            $"Requests are taken by the {PackSections.Joined(phrases.Role(contact.Role), contact.Email ?? contact.Phone)}.");
    }
}
