using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>What is to be done for whom.</summary>
/// <param name="Registrant">The person.</param>
/// <param name="Draft">The plan.</param>
internal sealed record PlannedRequest(KnownRegistrant Registrant, DraftPlan Draft)
{
    /// <summary>The registrant's id and the plan's hash.</summary>
    public override string ToString() => $"{Registrant}: {Draft.Plan.Hash}";
}
