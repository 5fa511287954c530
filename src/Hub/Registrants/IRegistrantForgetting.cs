using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Has the hub forget what it knows of a person whose data was erased (GDPR Art. 17).</summary>
internal interface IRegistrantForgetting
{
    /// <summary>Called within the unit of the write gate that ends the erasure.</summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="register">The register's id.</param>
    /// <param name="registrantId">The registrant.</param>
    /// <param name="sourcesStillHolding">
    /// The ids of sources that still hold something of the person: what the hub needs to find it there stays.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task ForgetAsync(
        HubDbContext db,
        string register,
        Guid registrantId,
        IReadOnlySet<string> sourcesStillHolding,
        CancellationToken cancellationToken);
}
