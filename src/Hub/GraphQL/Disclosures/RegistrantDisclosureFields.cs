using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL.Disclosures;

/// <summary>What the schema adds to a registrant: what went of that person's data to whom.</summary>
[ObjectType<Registrant>]
[Authorize(Policies.Person)]
public static class RegistrantDisclosureFields
{
    /// <summary>What went of this person's data, newest first (GDPR Art. 15(1)(c)).</summary>
    /// <param name="registrant">The person.</param>
    /// <param name="ledger">The room that records it.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [ListSize(AssumedSize = 20)]
    public static Task<IReadOnlyList<Disclosure>> GetDisclosuresAsync(
        [Parent] Registrant registrant, [Service] DisclosureLedger ledger, CancellationToken cancellationToken) =>
        ledger.OfAsync(registrant.Register, registrant.Id, cancellationToken);
}
