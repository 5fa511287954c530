using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Plans one source's share of what is asked, from what the source holds now.</summary>
/// <exception cref="ShareNotPlannedException">The source did not say what it would do.</exception>
/// <exception cref="RequestException">What is asked cannot be done there.</exception>
internal delegate Task<IReadOnlyList<PlannedItem>> PlanShare(
    Register register,
    SourceFile file,
    RequestContent content,
    IReadOnlyList<ErasureBlocker> blockers,
    CancellationToken cancellationToken);
