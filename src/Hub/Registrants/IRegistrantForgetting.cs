using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Forgets what the hub itself remembers of a person whose data sources have erased (GDPR Art. 17).</summary>
internal interface IRegistrantForgetting
{
    /// <summary>
    /// Forgets, within a unit of the write gate, what is not needed any more to find what sources still hold; everything,
    /// keys included, when none holds anything. Requests, restrictions and audit entries stay: they name nobody.
    /// </summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="register">The register's id.</param>
    /// <param name="registrantId">Who; one that is forgotten already changes nothing.</param>
    /// <param name="sourcesStillHolding">The ids of the sources that hold something: retained, waiting or not reached.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task ForgetAsync(
        HubDbContext db,
        string register,
        Guid registrantId,
        IReadOnlySet<string> sourcesStillHolding,
        CancellationToken cancellationToken);
}
