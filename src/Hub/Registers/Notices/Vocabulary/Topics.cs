using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Vocabulary;

/// <summary>How a sentence speaks of something, under whatever heading it stands.</summary>
internal static class Topics
{
    private static readonly Dictionary<NoticeHeading, Wording> statements = new()
    {
        [NoticeHeading.Controller] = new(@"rekisterinpitäjä(nä)? (on|toimii)|käsittelystä vastaa|\bcontroller (is|of)|is the controller|responsible for (the )?(processing|your data)"),
        [NoticeHeading.Contact] = new(@"yhteyshenkilö|kysymyksiin vastaa|ota yhteyttä|contact (person|us)|tietosuojavastaava|data protection officer"),
        [NoticeHeading.RegisterName] = new(@"(koottu|tallennetaan|talletetaan) .*rekisteri(in|ssä|ä)\b|rekisterin nimi|register is called"),
        [NoticeHeading.Purposes] = new(@"tieto(ja|jasi)? (käytetään|käytämme|käsitellään|käsittelemme)|(data|information) (is|are|may be) (used|processed) (for|to)|we (use|process) .*(for|to)\b"),
        [NoticeHeading.LegitimateInterest] = new(@"oikeute(tu|tt)\w* (etu|edu)|legitimate interest"),
        [NoticeHeading.DataContents] = new(@"tallennetaan .*\bnimi|(rekisteri|rekisterissä|rekisteriin) .*(sisältää|tallennetaan)|we (collect|store|hold|process) .*\b(name|address)"),
        [NoticeHeading.Sources] = new(@"(tiedot|tietoja) (saadaan|kerätään)|saadaan .*(itseltään|rekisteröidyltä|asiakkaalta)|(we (get|obtain|receive|collect)|collected|obtained) .*\bfrom\b"),
        [NoticeHeading.Recipients] = new(@"luovut(etaa|eta|ta)|tietoja (voidaan )?(annetaan|antaa)|vastaanottaj|disclos|(share|shared|shares) .*with|pass(ed)? .*\bto\b|processors?\b"),
        [NoticeHeading.Transfers] = new(@"siir.*(ulkopuol|kolman|yhdysval)|(ulkopuol|kolman).*siir|\b(eu|eta|euroopan)\b.*ulkopuol|transfer.*(outside|third countr|united states|abroad)|outside the (eu|eea|european)|\b(in|to) the (united states|us|usa)\b"),
        [NoticeHeading.Retention] = new(@"säilyt(etään|ämme|ysaik|yksen|ys)|pidetään .*(vuo|kuukau)|(poist\w+|hävit\w+) .*(vuoden|vuotta|kuukau|viik|päiv|kuluttua|päätyttyä)|(keep|kept|store|stored|retain|retained|delete|deleted|erased) .*(years?|months?|weeks?|days?|as long|until|necessary|after)\b"),
        [NoticeHeading.Profiling] = new(@"profiloi|automaatti\w* päätö|automated (individual )?decision|profiling"),
        [NoticeHeading.Access] = new(@"(oikeus|voi|saa)\b.*(tarkast|tietää, mitä|pääsy|jäljennö|nähtäv)|tarkastaa (häntä|itseään|tieto|tieton)|(right|may|can|entitled)\b.*(access|inspect|copy|see (what|the|your)|know what)|pyy\w+ .*nähtäv"),
        [NoticeHeading.Rectification] = new(@"korjat|korja(ta|us|am)|oikais|rectif|\bcorrect(ed|ion|ing)?\b"),
        [NoticeHeading.Erasure] = new(@"(oikeus|voi|vaati|pyyt|pyynnö)\w*\b.*(poist|hävit|unohd|anonymis)|(poist|hävit)\w* .*pyynnö|(right|may|can|ask|request|demand)\w*\b.*(eras|delet|remov|forgotten)"),
        [NoticeHeading.Restriction] = new(@"käsittely\w*\b.*rajoit(ta|et)|rajoit(ta|et)\w*\b.*käsittely|restrict\w*\b.*(process|use)|(process|use)\w*\b.*restrict"),
        [NoticeHeading.Portability] = new(@"järjestelmästä toiseen|koneluettav|konekieli|siirtää .*toiselle|machine.readable|portab|(move|transfer|transmit)\w* .*another (controller|company|service|provider|organi|system)"),
        [NoticeHeading.Objection] = new(@"vastusta(a|misoik)|(voi|oikeus)\b.*kieltää|kieltää .*(markkin|mainon|käsitte)|\bobject\b|opt.?out|unsubscribe"),
        [NoticeHeading.Withdrawal] = new(@"suostumu\w*\b.*\bperu(ut\w*|a|minen|u)?\b|\bperu(ut\w*|a|minen)\b.*suostumu|(withdraw|revoke)\w*\b.*consent|consent\w*\b.*(withdraw|revoke)"),
        [NoticeHeading.Complaint] = new(@"valit(us|taa|ukse)|lodge|complain"),
        [NoticeHeading.Cookies] = new(@"eväst|cookie"),
    };

    // Said to be impossible is not granted.
    private static readonly Dictionary<NoticeHeading, Wording> denials = new()
    {
        [NoticeHeading.Erasure] = new(@"\b(ei|eivät|eikä)\b.*\b(voida|voi|saa)\b.*(poist|hävit)|(cannot|can not|may not)\b.*(delet|eras|remov)"),
        [NoticeHeading.Objection] = new(@"\b(ei|eivät)\b.*\b(voida|voi)\b.*kieltää|(cannot|can not|may not)\b.*(object|opt)"),
    };

    /// <summary>The rights of Chapter III that a notice tells of.</summary>
    public static IReadOnlyList<NoticeHeading> Rights { get; } =
    [
        NoticeHeading.Access, NoticeHeading.Rectification, NoticeHeading.Erasure, NoticeHeading.Restriction,
        NoticeHeading.Portability, NoticeHeading.Objection, NoticeHeading.Withdrawal, NoticeHeading.Complaint,
    ];

    /// <summary>True when a text speaks of it and does not say that there is none.</summary>
    public static bool Speaks(string text, NoticeHeading id) =>
        statements.TryGetValue(id, out var said) && said.IsIn(text) && !(denials.TryGetValue(id, out var denied) && denied.IsIn(text));

    /// <summary>Everything that a sentence speaks of.</summary>
    public static IEnumerable<NoticeHeading> Of(NoticeSentence sentence) => statements.Keys.Where(id => Speaks(sentence.Text, id));
}
