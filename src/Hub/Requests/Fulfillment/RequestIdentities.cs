using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>By what a request's person is known: what its tasks keep sealed, and what the identity graph still knows.</summary>
internal sealed class RequestIdentities(IDbContextFactory<HubDbContext> contexts, RequestVault vault, IdentityGraph graph)
{
    /// <summary>All identities, and those by which each source of the request was asked.</summary>
    public async Task<(IReadOnlyList<SubjectIdentity> Known, IReadOnlyDictionary<string, IReadOnlyList<SubjectIdentity>> BySource)> OfAsync(
        RequestRow request, CancellationToken cancellationToken)
    {
        var bySource = new Dictionary<string, IReadOnlyList<SubjectIdentity>>(StringComparer.Ordinal);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            using var key = await vault.OpenAsync(db, request, cancellationToken);
            foreach (var task in await db.Tasks.AsNoTracking().Where(task => task.RequestKey == request.Key).ToListAsync(cancellationToken))
            {
                bySource[task.Source] = key is null ? [] : RequestVault.Open(
                    key, TaskRow.IdentitiesField, TaskOpener.PlaceOf(task), task.Identities, RequestJson.Default.IReadOnlyListSubjectIdentity) ?? [];
            }
        }

        var known = await graph.FindAsync(request.Register, request.RegistrantId, cancellationToken);
        return ([.. bySource.Values.SelectMany(own => own).Concat(known?.Identities ?? []).Distinct()], bySource);
    }
}
