using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Unseals what a request asks.</summary>
internal sealed class RequestOpener(IDbContextFactory<HubDbContext> contexts, RequestVault vault)
{
    /// <summary>What is asked.</summary>
    /// <exception cref="RequestException">The request's key is destroyed: it has ended.</exception>
    public async Task<RequestContent> ContentAsync(RequestRow request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        using var key = await vault.OpenAsync(db, request, cancellationToken).ConfigureAwait(false);
        return (key is null ? null : RequestVault.ContentOf(key, request))
            ?? throw new RequestException(RequestMistakes.Ended, "The request has ended, and what it asked is not kept.");
    }
}
