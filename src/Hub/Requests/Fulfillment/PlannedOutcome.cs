using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What comes of fates for which no source is called.</summary>
internal static class PlannedOutcome
{
    public static Outcome? Of(Fate fate) => fate switch
    {
        Fate.Retain => Outcome.Retained,
        Fate.HubEnforce => Outcome.HubEnforcedOnly,
        _ => null,
    };
}
