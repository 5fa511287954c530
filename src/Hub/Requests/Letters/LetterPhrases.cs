using PersonalDataHub.Hub.Registers.Documents;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests.Letters;

/// <summary>What requests and outcomes are called in a letter.</summary>
internal static class LetterPhrases
{
    public static string Kind(this PackPhrases phrases, DataSubjectRequestKind kind) => kind switch
    {
        DataSubjectRequestKind.Rectification => phrases.Say("tietojen korjaaminen (16 artikla)", "rectification (Art. 16)"),
        DataSubjectRequestKind.Restriction => phrases.Say("käsittelyn rajoittaminen (18 artikla)", "restriction of processing (Art. 18)"),
        DataSubjectRequestKind.RestrictionLift => phrases.Say("rajoituksen päättäminen (18 artiklan 3 kohta)", "end of a restriction (Art. 18(3))"),
        _ => phrases.Say("tietojen poistaminen (17 artikla)", "erasure (Art. 17)"),
    };

    public static string Status(this PackPhrases phrases, RequestStatus status) => status switch
    {
        RequestStatus.Done => phrases.Say("toteutettu", "done"),
        RequestStatus.DoneWithRetention => phrases.Say("toteutettu osittain: osa tiedoista säilyy", "done in part: some data stays"),
        RequestStatus.Withdrawn => phrases.Say("peruttu", "withdrawn"),
        RequestStatus.Refused => phrases.Say("evätty", "refused"),
        _ => phrases.Say("käsittelyssä", "being handled"),
    };

    public static string Outcome(this PackPhrases phrases, Outcome? outcome) => outcome switch
    {
        Fulfillment.Outcome.Verified => phrases.Say("tehty ja tarkistettu", "done and read back"),
        Fulfillment.Outcome.Applied => phrases.Say("tehty", "done"),
        Fulfillment.Outcome.NotHeld => phrases.Say("ei tietoja", "nothing held"),
        Fulfillment.Outcome.Retained => phrases.Say("säilytetään", "kept"),
        Fulfillment.Outcome.Deferred => phrases.Say("tehdään myöhemmin", "done later"),
        Fulfillment.Outcome.HubEnforcedOnly => phrases.Say("ei käytetä", "not used"),
        Fulfillment.Outcome.Refused => phrases.Say("evätty", "refused"),
        Fulfillment.Outcome.Cancelled => phrases.Say("ei aloitettu", "not begun"),
        null => phrases.Say("kesken", "open"),
        _ => phrases.Say("ei tehty", "not done"),
    };
}
