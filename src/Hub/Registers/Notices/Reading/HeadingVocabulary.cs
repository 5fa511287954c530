using System.Text;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>What headings of Finnish and English notices say, and what each means.</summary>
internal static class HeadingVocabulary
{
    private const int LongestHeading = 110;

    private static readonly Wording numbering = new(@"^(§\s*)?\d+(\.\d+)*\s*[.):§]?\s+|^[a-h][.)]\s+|^[ivx]+[.)]\s+");

    private static readonly Wording rights = new(@"oikeudet\b|oikeutesi|oikeuksi|\brights\b");

    private static readonly (NoticeHeading Id, Wording Words)[] vocabulary =
    [
        (NoticeHeading.Controller, new(@"^(yhteis)?rekisterinpitäjä(t|\W|$)|^rekisterinpitäjän? (nimi|tiedot|yhteystiedot|ja)|^(the |data |joint |identity of the )*controllers?\b|^who (we are|is responsible)|^(tietojen )?käsittelystä vastaa")),
        (NoticeHeading.Contact, new(@"yhteyshenkilö|yhteystiedot|vastaava (yhteys)?henkilö|vastuuhenkilö|rekisteriasi|contact (person|point|details|information)|(whom|who) to contact|person in charge")),
        (NoticeHeading.Contact, new(@"tietosuojavastaava|data protection officer|\bdpo\b")),
        (NoticeHeading.RegisterName, new(@"rekisteri(n|en) nim|name of the (register|file|filing)|register name|^(henkilö)?rekisteri$")),
        (NoticeHeading.Purposes, new(@"tarkoitu|mihin .*(tieto|käyt)|miksi .*(tieto|käsit|kerä)|mitä varten|purpose|why (we|do we|is|are)|(how|what) (we|do we|is|are) .*use")),
        (NoticeHeading.Purposes, new(@"perusteet?\b|perusteella|oikeusperust|oikeudellinen perusta|käsittelyperust|legal (basis|bases|ground)|lawful(ness| basis)|(basis|grounds) (for|of)")),
        (NoticeHeading.LegitimateInterest, new(@"oikeute(tu|tt)\w* (etu|edu|edut|intress)|legitimate interest")),
        (NoticeHeading.Provision, new(@"lakisääteinen (vai|tai)|tietojen antami|antamatta jät|pakollisuus|statutory or contractual|(obligation|required|requirement|have) to (provide|give)|must you (give|provide)")),
        (NoticeHeading.DataContents, new(@"tietosisäl|tietoryhm|tietojen ryhm|sisältämät tiedot|(käsiteltävät|tallennettavat|kerättävät) (henkilö)?tiedot|mitä (henkilö)?tieto|rekisterin sisältö|tietojen sisältö|categor(y|ies) of (personal )?data|data categor|(what|which) (personal )?(data|information)|what we (know|hold|have|store|collect)|contents of the|(personal )?(data|information) (contents|content|we (collect|process|hold|store)|collected|processed)")),
        (NoticeHeading.Sources, new(@"tietoläh|mistä .*tie(to|do)|tietojen (lähte|hankin|kerää|keruu)|\bsources?\b|where (we|do we) (get|obtain|collect)|where .*(data|information).* (from|obtained|collected)|how we (collect|get|obtain)")),
        (NoticeHeading.Recipients, new(@"luovut|vastaanottaj|kenelle|käsittelijät|alihankkij|recipient|disclos|who .*(has access|receives?|gets?|sees?|handles?|uses?)\b|sharing|shared?\b|processors")),
        (NoticeHeading.Transfers, new(@"siir.*(ulkopuol|kolman|maihin|maahan|yhdysval|\beu\b|\beta\b)|\bsiirrot\b|ulkopuolelle|kolman(teen|siin) ma|\btransfers?\b|outside the (eu|eea|european)|third countr|international")),
        (NoticeHeading.Retention, new(@"säilyt|kuinka kauan|miten kauan|how long|retention|(storage|retention) (period|time)|stor(age|ing) of")),
        (NoticeHeading.Protection, new(@"suojau|suojaami|tietoturva|turvaami|security|how (we|do we) (protect|secure)|protection of (the |your )?(register|data|file|personal|information)")),
        (NoticeHeading.Consent, new(@"suostumus\b|^consents?$")),
        (NoticeHeading.Profiling, new(@"automaatti\w* (käsitt|päätö|yksitt)|automatisoi|profiloin|automated|profiling")),
        (NoticeHeading.Access, new(@"tarkastusoikeu|tarkast(aa|amis)|pääsy|saada (tieto|pääsy)|(right|request) of access|\baccess\b|inspect")),
        (NoticeHeading.Rectification, new(@"korja|oikais|rectif|correct")),
        (NoticeHeading.Erasure, new(@"poista|poisto|unohdet|hävittä|eras|delet|forgotten")),
        (NoticeHeading.Restriction, new(@"rajoit|restrict")),
        (NoticeHeading.Portability, new(@"järjestelmästä toiseen|siirrettävyy|siirtää (tie|hen)|portab|oikeus siir")),
        (NoticeHeading.Objection, new(@"vastusta|kielto|kieltää|suoramarkkinoin|object|opt.?out|direct marketing")),
        (NoticeHeading.Withdrawal, new(@"peruut|withdraw")),
        (NoticeHeading.Complaint, new(@"valit(us|taa)|valvontaviranomai|tietosuojavaltuutet|complain|supervisory authority|ombudsman")),
        (NoticeHeading.Cookies, new(@"eväst|cookie|analytics|analytiikka|verkkopalvelu|verkkosivu|sivusto|tiedonkeruu|web ?site|tracking")),
        (NoticeHeading.Requests, new(@"yhteydeno|ota yhteyttä|pyyn(tö|nö)|oikeuksien (käyttä|toteu)|contact us|how to (contact|exercise|make)|exercising|requests?\b")),
        (NoticeHeading.Version, new(@"laatimis|laadittu|päivity|päivitet|päiväys|versio|voimassa|last updated|effective|\bversion\b|\bdate\b")),
    ];

    /// <summary>What a heading is about; nothing when its words are not known.</summary>
    public static IReadOnlySet<NoticeHeading> Recognise(string heading)
    {
        var text = Normalise(heading);
        var found = vocabulary.Where(entry => entry.Words.IsIn(text)).Select(entry => entry.Id).ToHashSet();
        Settle(found, text);
        return found;
    }

    /// <summary>The words without number, closing colon and soft hyphens.</summary>
    public static string Normalise(string heading)
    {
        var text = heading.Normalize(NormalizationForm.FormC).Trim();
        foreach (var (_, number) in numbering.AllIn(text).Take(1))
        {
            text = text[number.Length..];
        }

        return text.Trim(' ', ':', '.', '*', '_', '-', '–').ToLowerInvariant();
    }

    /// <summary>True for the heading over all rights.</summary>
    public static bool IsOverRights(string heading) => rights.IsIn(Normalise(heading));

    public static bool IsNumbered(string text) => numbering.IsIn(text);

    /// <summary>True for what is short enough to be a heading.</summary>
    public static bool IsShort(string text) => text.Length <= LongestHeading && text.Count(letter => letter == ' ') < 14;

    // Words that serve two meanings mean the narrower one where that is named.
    private static void Settle(HashSet<NoticeHeading> found, string text)
    {
        if (found.Contains(NoticeHeading.LegitimateInterest))
        {
            found.Remove(NoticeHeading.Controller);
            if (!text.Contains("tarkoitu", StringComparison.Ordinal) && !text.Contains("purpose", StringComparison.Ordinal))
            {
                found.Remove(NoticeHeading.Purposes);
            }
        }

        if (found.Contains(NoticeHeading.Withdrawal))
        {
            found.Remove(NoticeHeading.Consent);
        }

        if (found.Contains(NoticeHeading.Provision))
        {
            found.ExceptWith([NoticeHeading.Purposes, NoticeHeading.Requests]);
        }

        if (found.Contains(NoticeHeading.Erasure) && found.Contains(NoticeHeading.Restriction) && text.Contains("siir", StringComparison.Ordinal))
        {
            found.Add(NoticeHeading.Portability);
        }

        if (found.Contains(NoticeHeading.Portability) || found.Contains(NoticeHeading.Objection))
        {
            found.Remove(NoticeHeading.Purposes);
        }
    }
}
