using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>Where data is from and who receives it, so far as a notice names them.</summary>
internal static class SharingProposals
{
    private static readonly (string Id, string Kind, LocalText Name, Wording Words)[] origins =
    [
        ("registrant", "registrant", new("Rekisteröity itse", "The person"), new(@"itseltään|rekisteröidyltä|rekisteröity itse|asiakkaalta|asiakkaan ilmoit|jäseneltä|hakijalta|\byou\b|yourself|the person")),
        ("own-systems", "own-systems", new("Palvelujen käyttö ja omat järjestelmät", "Use of services and own systems"), new(@"järjestelm|palvelu\w* käy|tapahtum|own systems|use of|while you")),
        ("purchases", "purchases", new("Ostot", "Purchases"), new(@"\bosto|purchas")),
        ("population-register", "public-register", new("Väestötietojärjestelmä", "Population information system"), new(@"väestötie|population (information|register)")),
        ("trade-register", "public-register", new("Kaupparekisteri", "Trade register"), new(@"kaupparek|trade register")),
        ("land-survey", "public-register", new("Maanmittauslaitoksen rekisterit", "Registers of the National Land Survey"), new(@"maanmittaus|land survey")),
        ("update-services", "update-service", new("Päivityspalvelut", "Update services"), new(@"päivity|yhteystietopalv|osoite\w* .*palvelu|update service")),
        ("credit-information", "credit-information", new("Luottotietorekisterit", "Registers of credit information"), new(@"luottotieto|credit (information|register)")),
        ("partners", "partner", new("Kumppanit", "Partners"), new(@"kumppan|vakuutusyh|partner|payment company")),
        ("subcontractors", "subcontractor", new("Alihankkijat", "Subcontractors"), new(@"alihank|subcontract")),
        ("cookies", "digital-activity", new("Evästeet ja kutsulinkit", "Cookies and invitation links"), new(@"eväst|kutsulink|cookie|invitation")),
    ];

    private static readonly (string Id, string Kind, LocalText Name, Wording Words)[] recipients =
    [
        ("own-staff", "own-staff", new("Oma henkilöstö", "Own staff"), new(@"oma\w* henkilöst|own staff|our staff|employees")),
        ("processors", "processor", new("Palveluntarjoajat", "Service providers"), new(@"palveluntarjoaj|palvelujen tuottaj|service provider|runs our|processor")),
        ("financial-administration", "processor", new("Taloushallinto", "Financial administration"), new(@"taloushall|kirjanpito|tilitoimi|accounting|bookkeep")),
        ("collection-agency", "processor", new("Perintätoimisto", "Collection agency"), new(@"perint|collection (agency|company)")),
        ("payment-company", "processor", new("Maksupalvelu", "Payment company"), new(@"luottokortti|maksupalv|takes the payments|payment (company|service)|credit card")),
        ("marketing-partners", "controller", new("Markkinointikumppanit", "Marketing partners"), new(@"markkinoin|mainon|marketing|advertis")),
        ("credit-provider", "controller", new("Luotonantaja", "Credit provider"), new(@"luoton|luottopää|credit (decision|application)")),
        ("authorities", "authority", new("Viranomaiset", "Authorities"), new(@"viranomai|lain velvoit|sosiaalitoim|authorit")),
        ("partners", "controller", new("Kumppanit", "Partners"), new(@"kumppan|kolmansille|partner|third part")),
    ];

    public static IReadOnlyList<(Proposal Proposal, string Kind)> Origins(NoticeDocument notice) => Find(notice, NoticeHeading.Sources, origins);

    public static IReadOnlyList<(Proposal Proposal, string Kind)> Recipients(NoticeDocument notice) => Find(notice, NoticeHeading.Recipients, recipients);

    private static List<(Proposal Proposal, string Kind)> Find(
        NoticeDocument notice, NoticeHeading heading, IEnumerable<(string Id, string Kind, LocalText Name, Wording Words)> known)
    {
        var sentences = notice.Under(heading).Concat(notice.Saying(heading)).Distinct().ToList();
        return
        [
            .. from one in known
               let sentence = sentences.Find(sentence => one.Words.IsIn(sentence.Text))
               where sentence is not null
               select (new Proposal(one.Id, one.Name, sentence.LineOf(one.Words)), one.Kind),
        ];
    }
}
