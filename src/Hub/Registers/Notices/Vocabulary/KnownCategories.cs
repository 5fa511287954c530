namespace PersonalDataHub.Hub.Registers.Notices.Vocabulary;

/// <summary>The categories of data that notices name, with their terms in the two vocabularies that packs use.</summary>
internal static class KnownCategories
{
    public static IReadOnlyList<KnownCategory> All { get; } =
    [
        new("name", "Nimi", "Name", "pd:Name", "user.name", new(@"(^|\W)((etu|suku|kutsuma)-?\s?(ja |nim)\w*|nim(i|et|en)\b|(full |first |last |sur|family )?names?\b)")),
        new("identity-code", "Henkilötunnus", "Personal identity code", "pd:OfficialID", "user.government_id.national_identification_number", new(@"henkilötunn|hetu\b|(personal )?identity code|national id|social security")),
        new("customer-number", "Asiakasnumero", "Customer number", "pd:UID", "user.unique_id", new(@"(asiakas|jäsen)(numero|tunniste|tunnus)|(customer|member\w*|client) (number|id)\b")),
        new("birth-date", "Ikä tai syntymäaika", "Age or date of birth", "pd:BirthDate", "user.demographic.date_of_birth", new(@"syntymä|\bikä\b|date of birth|birth ?(date|day)|\bage\b")),
        new("gender", "Sukupuoli", "Gender", "pd:Gender", "user.demographic.gender", new(@"sukupuol|\bgender\b|\bsex\b")),
        new("language", "Kieli", "Language", "pd:Language", "user.demographic.language", new(@"kiel(i|en|tä)\b|\blanguage")),
        new("address", "Osoite", "Address", "pd:PhysicalAddress", "user.contact.address", new(@"(^|[\s,;(])(posti|koti|katu|käynti|lasku\w*)?osoit(e|teet|teen|etiedot)\b|(postal |home |street |billing |^|\W)address(es)?\b")),
        new("phone", "Puhelinnumero", "Telephone number", "pd:TelephoneNumber", "user.contact.phone_number", new(@"puhelinnum|\bpuhelin\b|matkapuhelin|\b(tele)?phone|mobile number")),
        new("email", "Sähköpostiosoite", "E-mail address", "pd:EmailAddress", "user.contact.email", new(@"sähköpost|e-?mail")),
        new("contact-data", "Yhteystiedot", "Contact data", "pd:Contact", "user.contact", new(@"yhteystie|contact (data|details|information)")),
        new("occupation", "Ammatti tai tehtävä", "Occupation or position", "pd:Job", "user.job_title", new(@"ammatti|tehtävä(nimike)?\b|\basema\b|titteli|occupation|profession|job title|position\b")),
        new("organisation", "Organisaatio tai työnantaja", "Organisation or employer", "pd:CurrentEmployment", "user.contact.organization", new(@"organisaatio|työnantaj|yrityksen nimi|yhteisö\b|organi[sz]ation|employer|company (name|represented)")),
        new("business-id", "Y-tunnus", "Business id", null, "user.contact.organization", new(@"y-tunnus|business id|company number")),
        new("next-of-kin", "Lähiomainen", "Next of kin", "pd:Relationship", "user.social", new(@"omai(nen|set|sen)|next of kin|relatives?\b|huoltaja|guardian|emergency contact")),
        new("household", "Kotitalous", "Household", "pd:Household", "user.demographic", new(@"kotitalou|perhe|household|family (size|members)|dependants")),
        new("housing", "Asumistiedot", "Housing", "pd:HouseOwned", "user.demographic", new(@"asumis|asuntoa? koskev|housing")),
        new("income", "Tulotiedot", "Income", "pd:Income", "user.financial", new(@"\btulot\b|tulotie|palkka|income|salary|wage")),
        new("credit-data", "Luottotiedot", "Credit data", "pd:CreditRecord", "user.financial", new(@"luottotie|maksukyky|maksuhäiri|credit (data|information|record|history|rating|score)")),
        new("orders", "Tilaus- ja ostotiedot", "Orders and purchases", "pd:Purchase", "user.behavior.purchase_history", new(@"tilau(s|k|sten)|\bosto|hankit|\border|purchas")),
        new("service-use", "Palvelujen käyttö", "Use of services", "pd:ServiceConsumptionBehaviour", "user.behavior", new(@"palvelu\w*.{0,12}käyt|käyttötie|käynti(kerra|histor|tie)|käynnit|use of (the |our )?(service|product)|usage|service use|visits\b|trips\b|rides\b|bookings?\b|varau(s|k)")),
        new("contracts", "Sopimus- ja asiakkuustiedot", "Contracts and customership", "pd:Contract", "user.account", new(@"sopimu(s|k)\w*|asiak(as|kuu)\w*(tie|histor)|asiakassuhde\w* .*(tie|koskev)|asiakassuhdetta|jäsenyy|contract|membership|customership|subscription")),
        new("invoicing", "Laskutustiedot", "Invoicing data", "pd:Transaction", "user.payment", new(@"laskutus|\blaskut\b|laskutie|invoic|billing")),
        new("payments", "Maksutiedot", "Payment data", "pd:Transactional", "user.payment", new(@"maksutie|maksut?\b|maksuhist|suoritu|tilinumero|\bpayment|bank account|card details")),
        new("collection", "Perintätiedot", "Collection data", "pd:Credit", "user.financial", new(@"perintä|(debt )?collection data|debt collection|arrears")),
        new("permissions", "Luvat, kiellot ja suostumukset", "Permissions, prohibitions and consents", "pd:PrivacyPreference", "user.privacy_preferences", new(@"kiell|kielto|\bluvat\b|luvat|suostumukset|suostumustie|permission|prohibition|consents\b|opt-?outs?|marketing (choices|preferences)")),
        new("call-recordings", "Puhelutallenteet", "Call recordings", "pd:VoiceCommunicationRecording", "user.biometric.voice", new(@"puhelu\w*tallen|tallenteet|call record|recorded calls|recordings? of calls")),
        new("traffic-data", "Välitystiedot", "Traffic data", "pd:CommunicationsMetadata", "user.telemetry", new(@"välitystie|liikennetie|tunnistamistiedot puhel|teletunnist|traffic data|call (log|detail|data)")),
        new("barring-data", "Estotiedot", "Barring data", null, "user.telemetry", new(@"estotie|estopalvel|\bestot\b|barring")),
        new("messages", "Viestit ja yhteydenotot", "Messages and contacts", "pd:Communication", "user.content.private", new(@"viest(i|innän|intä|it)|yhteydeno|keskustel|kirjeenvaih|message|correspondence|communication|enquir|inquir|chat")),
        new("feedback", "Palaute ja toiveet", "Feedback and wishes", "pd:Opinion", "user.demographic.profile", new(@"palaut|toive|tyytyväisyy|reklamaatio|feedback|wish|satisfaction|complaints? made")),
        new("interests", "Kiinnostuksen kohteet", "Interests", "pd:Interest", "user.demographic.profile", new(@"kiinnostu|harrast|mieltymy|interest|hobb|preferences\b")),
        new("loyalty", "Kanta-asiakastaso", "Loyalty level", null, "user.account", new(@"kanta-asiak|etutaso|loyalty")),
        new("staff-contacts", "Asiakasta palvelleet henkilöt", "Persons who served the customer", "pd:Relationship", "user.social", new(@"asiakasta palvel|asioineet|hoitaneet henkil|persons? who (served|dealt)|staff who")),
        new("identification", "Tunnistautumistiedot", "Means of identification", "pd:Authenticating", "user.authorization", new(@"tunnistautu|käyttäjätunn|salasana|kirjautumi|credential|user ?name|password|log-?in|identification means")),
        new("ip-address", "IP-osoite", "IP address", "pd:IPAddress", "user.device.ip_address", new(@"ip-osoit|ip.?address")),
        new("web-use", "Verkkopalvelun käyttö", "Use of the web service", "pd:BrowsingBehaviour", "user.behavior.browsing_history", new(@"verkkopalvelun käyt|(selat|katso|vierail)\w* sivu|käynnin (ajankoh|kesto)|käyntiaik|selai(n|men)\b|katseluai|pages? (viewed|visited)|browsing|browser|web (use|analytics)")),
        new("cookies", "Evästetiedot", "Cookies", "pd:Tracking", "user.device.cookie_id", new(@"evästetie|evästetunn|cookie (id|data)|device id|laitetunn")),
        new("identification-data", "Verkon tunnistamistiedot", "Identification data of the web service", "pd:Identifying", "user.device", new(@"tunnistamistie|lokitie|log data")),
        new("demographics", "Demografiset tiedot", "Demographics", "pd:Demographic", "user.demographic", new(@"demogra")),
        new("change-history", "Muutostiedot", "History of changes", null, "user", new(@"muutostie|muutoshist|history of changes|change (data|history)")),
        new("processing-data", "Tallennuspäivä ja lähde", "Storage date and source", null, "system.operations", new(@"tallennuspäiv|tiedon läh|date of storage|data source")),
        new("health", "Terveys- ja hoivatiedot", "Health and care data", "pd:Health", "user.health_and_medical", new(@"tervey|terveydenti|sairau|diagnoo|hoitotie|hoivatie|palvelun? tarve|lääkit|allerg|health|medical|care (need|plan)|diagnos")),
        new("social-care", "Sosiaalihuollon asiakastiedot", "Social-care client data", "pd:Health", "user.health_and_medical", new(@"sosiaalihuol\w* .{0,12}asiak|annettu palvelu|palvelupäätö|social.care client")),
        new("image", "Kuva", "Image", "pd:Picture", "user.content", new(@"valokuv|\bkuva\b|kuvat|kuvatallen|kameraval|photo|image|cctv|video")),
        new("location", "Sijaintitiedot", "Location", "pd:Location", "user.location", new(@"sijainti|paikannus|\blocation\b|gps")),
    ];

    /// <summary>Special categories of Art. 9, and what is treated as one.</summary>
    public static IReadOnlySet<string> Special { get; } = new HashSet<string>(StringComparer.Ordinal) { "health", "social-care" };

    /// <summary>The categories that a text names, each with where.</summary>
    public static IEnumerable<(KnownCategory Category, int Index)> In(string text) =>
        All.Select(category => (Category: category, Index: category.Words.IndexIn(text))).Where(found => found.Index >= 0);
}
