using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Who may do what with requests. What a caller may not see does not exist for it.</summary>
internal static class RequestAccess
{
    /// <summary>The register, if the caller may handle its people's requests.</summary>
    /// <exception cref="RequestException">It may not.</exception>
    public static Register RegisterOf(ConnectorCatalog catalog, string register, Caller caller)
    {
        RefuseIntegrators(caller);
        return caller.CanSee(register) && catalog.FindRegister(register) is { } found
            ? found
            : throw new RequestException(RequestMistakes.UnknownRegister, "There is no register of this id that you may see.");
    }

    /// <exception cref="RequestException">The caller is no data protection officer.</exception>
    public static void DemandOfficer(Caller caller)
    {
        if (caller.Role != Roles.DataProtectionOfficer)
        {
            throw new RequestException(RequestMistakes.Forbidden, "Only a data protection officer decides about requests.");
        }
    }

    /// <summary>A request, not tracked.</summary>
    /// <exception cref="RequestException">There is none that the caller may see.</exception>
    public static async Task<RequestRow> FindAsync(
        IDbContextFactory<HubDbContext> contexts, Guid request, Caller caller, CancellationToken cancellationToken)
    {
        RefuseIntegrators(caller);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request, cancellationToken).ConfigureAwait(false);
        return row is not null && caller.CanSee(row.Register)
            ? row
            : throw new RequestException(RequestMistakes.UnknownRequest, "There is no request of this id that you may see.");
    }

    public static void RefuseIntegrators(Caller caller)
    {
        if (caller.Role is not (Roles.DataProtectionOfficer or Roles.Tool))
        {
            throw new RequestException(RequestMistakes.Forbidden, $"The role '{caller.Role}' touches no person and so no request.");
        }
    }
}
