using System.Globalization;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Documents;

/// <summary>What the parts of a pack are called in a document of one language.</summary>
internal sealed class PackPhrases(string language)
{
    public string Language { get; } = language;

    public string Say(string finnish, string english) => Language == "fi" ? finnish : english;

    public string Say(LocalText? text) => text?.In(Language) ?? string.Empty;

    /// <summary>A sentence of a statement: what holds, where the law asks otherwise than the notice said.</summary>
    public string Say(Statement statement) => Sentence(Say(statement.Instead ?? statement.Text));

    public static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";

    public string Basis(LegalBasis basis)
    {
        var kind = basis.Kind switch
        {
            BasisKind.Consent => Say("suostumus", "consent"),
            BasisKind.Contract => Say("sopimus", "contract"),
            BasisKind.LegalObligation => Say("lakisääteinen velvoite", "legal obligation"),
            BasisKind.VitalInterests => Say("elintärkeä etu", "vital interests"),
            BasisKind.PublicTask => Say("yleistä etua koskeva tehtävä", "public task"),
            _ => Say("oikeutettu etu", "legitimate interest"),
        };
        return $"{Say(basis.Name)}: {kind} ({basis.Article})";
    }

    public string Default(PurposeDefault value) => value switch
    {
        PurposeDefault.OptOut => Say("kunnes rekisteröity kieltää", "until the person objects"),
        PurposeDefault.OptIn => Say("vain kun rekisteröity on suostunut", "only once the person has consented"),
        PurposeDefault.Off => Say("ei käytössä", "not in use"),
        _ => Say("perusteen voimassa ollessa", "while the basis holds"),
    };

    public string Provision(ProvisionRequirement value) => value switch
    {
        ProvisionRequirement.Statutory => Say("laki edellyttää", "required by law"),
        ProvisionRequirement.Contractual => Say("sopimus edellyttää", "required by the contract"),
        _ => Say("vapaaehtoinen", "voluntary"),
    };

    public string Role(ContactRole role) => role switch
    {
        ContactRole.DataProtectionOfficer => Say("tietosuojavastaava", "data protection officer"),
        ContactRole.ResponsiblePerson => Say("rekisteristä vastaava", "person in charge of the register"),
        ContactRole.PrivacyMailbox => Say("tietosuoja-asiat", "privacy matters"),
        ContactRole.CustomerService => Say("asiakaspalvelu", "customer service"),
        ContactRole.RegisterKeeper => Say("rekisterin ylläpitäjä", "keeper of the register"),
        _ => Say("yhteyshenkilö", "contact person"),
    };

    public string Kind(RecipientKind kind) => kind switch
    {
        RecipientKind.OwnStaff => Say("oma henkilöstö", "own staff"),
        RecipientKind.OwnRegister => Say("oma rekisteri", "own register"),
        RecipientKind.Processor => Say("käsittelijä", "processor"),
        RecipientKind.Authority => Say("viranomainen", "authority"),
        RecipientKind.Successor => Say("liiketoiminnan jatkaja", "successor of the business"),
        _ => Say("itsenäinen rekisterinpitäjä", "independent controller"),
    };

    /// <summary>Where a recipient keeps data, as the code of the country with what that means.</summary>
    public string Place(string country) => Countries.InEconomicArea(country)
        ? Say($"{country}, ETA-alueella", $"{country}, in the EEA")
        : Say($"{country}, kolmas maa", $"{country}, third country");

    public string Length(Period period)
    {
        var parts = new[]
        {
            Count(period.Years, "vuosi", "vuotta", "year", "years"),
            Count(period.Months, "kuukausi", "kuukautta", "month", "months"),
            Count(period.Days, "päivä", "päivää", "day", "days"),
        };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    public string Time(RetentionRule rule)
    {
        var from = rule.Trigger switch
        {
            RetentionTrigger.RelationshipEnd => Say("asiakassuhteen päättymisestä", "from the end of the relationship"),
            RetentionTrigger.FinancialYearEnd => Say("tilikauden päättymisestä", "from the end of the financial year"),
            RetentionTrigger.BasisEnd => Say("käsittelyn perusteen päättymisestä", "from the end of the basis"),
            RetentionTrigger.DueOrRecorded => Say("eräpäivästä tai tallentamisesta, sen mukaan kumpi on myöhempi", "from the due date or the recording, whichever is later"),
            RetentionTrigger.StoredAt => Say("tallentamisesta", "from the day of storing"),
            _ => Say("tapahtuman päivästä", "from the date of the event"),
        };
        var length = rule.Period is { } period ? Length(period) : Say("heti", "at once");
        return $"{length} {from}{(rule.ToEndOfYear ? Say(", kalenterivuoden loppuun", ", to the end of the calendar year") : string.Empty)}";
    }

    public string Silence(MarketingRegime regime) => regime == MarketingRegime.OptIn
        ? Say("vain suostumuksella", "only with consent")
        : Say("kunnes rekisteröity kieltää", "until the person objects");

    public string Day(DateOnly day) => Language == "fi"
        ? day.ToString("d.M.yyyy", CultureInfo.InvariantCulture)
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private string Count(int count, string one, string many, string oneEnglish, string manyEnglish) => count == 0
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? Say(one, oneEnglish) : Say(many, manyEnglish))}");
}
