namespace PersonalDataHub.Hub.Registers.Notices.Vocabulary;

/// <summary>The purposes that notices name, in both languages.</summary>
internal static class KnownPurposes
{
    public static IReadOnlyList<KnownPurpose> All { get; } =
    [
        new("customer-relationship", "Asiakassuhteen hoito", "Managing the customer relationship", new(@"(asiak\w*|jäsen\w*) .{0,30}(hoi|ylläpi|hallin)|asiakassuhte|(customer|client|member)\w* (relation|account|management)|managing (the )?(customer|member)")),
        new("customer-service", "Asiakaspalvelu", "Customer service", new(@"asiakaspalvelu(n|un|u|a)?\b|customer (service|support|care)")),
        new("register-upkeep", "Rekisterin ylläpito", "Keeping the register", new(@"rekisterin ylläpi|keeping the register|maint\w+ .*register")),
        new("orders", "Tilausten käsittely", "Handling orders", new(@"tilau(s|k)\w*.{0,25}(käsittel|hallin|arkist|toimit)|\borders?\b")),
        new("contract", "Sopimuksen tekeminen", "Making a contract", new(@"sopimu\w* (tekemi|solmimi|hallin)|(making|entering|concluding|managing) .{0,20}(contract|agreement)")),
        new("service-delivery", "Palvelun tuottaminen", "Providing the service", new(@"palvelu\w*.{0,30}(tuotta|toteutt|järjest|tarjoa|toimit)|(provid|deliver|renting|render)\w* .{0,30}(service|product)|rent(ing|al)\b|tuottami\w*,? ")),
        new("invoicing", "Laskutus", "Invoicing", new(@"lasku(tus|tuks|ttam)|invoic|billing|charging|payment processing")),
        new("collection", "Perintä", "Debt collection", new(@"perint(ä|ään|ää)|(debt )collection")),
        new("direct-marketing", "Suoramarkkinointi", "Direct marketing", new(@"suoramarkkin|suoramaino|(puhelin|etä)myyn|muu\w* markkinoin|\bmarkkinoin(ti|nin)\b|uutiskirj|direct marketing|newsletter|\bmarketing\b"), NeedsInterest: true),
        new("ad-targeting", "Mainonnan kohdentaminen", "Targeting of advertising", new(@"(mainon|markkinoin|viestin)\w*.{0,30}kohden|kohden\w*.{0,20}(mainon|markkin)|(target|personali)\w* .{0,20}(ad\b|ads\b|advert|marketing)|advert\w* target"), NeedsInterest: true),
        new("analysis", "Analysointi", "Analysis", new(@"analys|analyt"), NeedsInterest: true),
        new("segmentation", "Ryhmittely", "Segmentation", new(@"ryhmitt|segment"), NeedsInterest: true),
        new("reporting", "Raportointi", "Reporting", new(@"raporto|\breporting")),
        new("statistics", "Tilastointi", "Statistics", new(@"tilasto|statistic"), NeedsInterest: true),
        new("business-development", "Toiminnan kehittäminen", "Developing the business", new(@"(liike)?toiminnan .{0,30}kehit|liiketoimin\w* kehit|business development|develop\w* (of )?(our |the )?business"), NeedsInterest: true),
        new("service-development", "Palvelujen kehittäminen", "Developing the services", new(@"palvelu\w*.{0,40}kehit|improv\w* .{0,30}(service|product|site|website)|develop\w* .{0,30}(service|product)"), NeedsInterest: true),
        new("planning", "Toiminnan suunnittelu", "Planning", new(@"suunnittel|\bplanning\b"), NeedsInterest: true),
        new("personalised-content", "Kohdennettu sisältö", "Personalised content", new(@"henkilökohtais\w* .{0,20}sisäl|kohdennet\w* sisäl|personali[sz]ed (content|service)")),
        new("loyalty", "Kanta-asiakasohjelma", "Loyalty programme", new(@"kanta-asiak|loyalty|etuohjelm")),
        new("communication", "Viestintä", "Communication", new(@"viestintä\b|viestinnä|tiedottam|\bcommunicat(e|ing|ion)")),
        new("contacts", "Yhteydenottojen käsittely", "Handling contacts", new(@"yhteydeno\w* käsit|(handling|answering) (of )?(contacts|enquir|inquir|questions)")),
        new("feedback", "Palaute ja tyytyväisyys", "Feedback and satisfaction", new(@"palaut(e|tee)|tyytyväisyy|feedback|satisfaction")),
        new("market-research", "Markkinatutkimus", "Market research", new(@"markkina(-| ja|tutkim)|market(ing)? research"), NeedsInterest: true),
        new("opinion-research", "Mielipidetutkimus", "Opinion research", new(@"mielipide|opinion"), NeedsInterest: true),
        new("scientific-research", "Tieteellinen tutkimus", "Scientific research", new(@"tieteelli|vaikuttavuustutk|scientific|effectiveness research")),
        new("call-recording", "Puhelujen tallentaminen", "Recording of calls", new(@"puhelu\w* .{0,15}tallen|puhelutallen|(record\w* .{0,12}calls?|call record)")),
        new("proof", "Palvelutapahtuman todentaminen", "Proof of a service event", new(@"todenta(minen|misek|mise)|proof of|evidence of")),
        new("legal-protection", "Oikeusturva ja turvallisuus", "Legal protection and safety", new(@"oikeusturv|legal (protection|claims)")),
        new("training", "Henkilöstön kouluttaminen", "Training of staff", new(@"koulutt(am|ami)|koulutukse|(staff|employee) training|training (of|our)")),
        new("quality", "Palvelun laatu", "Service quality", new(@"laadun|laatu\b|quality")),
        new("profiling", "Profilointi", "Profiling", new(@"profilo|profiili(a|n|t)\b|profiling")),
        new("fault-investigation", "Vikojen selvittäminen", "Investigating faults", new(@"vi(an|koj|kat)\w* .{0,15}(selvit|korja)|vikaselvit|fault")),
        new("access-control", "Kulunvalvonta", "Access control", new(@"kulunvalvo|access control|entry control")),
        new("security", "Väärinkäytösten estäminen", "Preventing misuse", new(@"väärinkäytö|rikos|turvallisuu|misuse|fraud|security|theft|stolen")),
        new("legal-obligation", "Lakisääteiset velvoitteet", "Legal obligations", new(@"kirjanpito|lakisääteis\w* velvo\w* (hoita|täyttä|noudat)|accounting|(comply|compliance|complying) with")),
        new("publication", "Tietojen julkaiseminen", "Publication", new(@"julkais|publish")),
        new("recruitment", "Rekrytointi", "Recruitment", new(@"rekryto|recruit")),
    ];

    /// <summary>The purposes that a text names, each with where.</summary>
    public static IEnumerable<(KnownPurpose Purpose, int Index)> In(string text) =>
        All.Select(purpose => (Purpose: purpose, Index: purpose.Words.IndexIn(text))).Where(found => found.Index >= 0);
}
