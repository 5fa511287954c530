using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Has a decision that is delivered more than once count once, and every delivery answered alike.</summary>
internal sealed class DecisionKeys(IDbContextFactory<HubDbContext> contexts, MasterKey master, TimeProvider clock)
{
    private readonly byte[] key = master.SubKey("decision-content/1");

    /// <summary>Decides, unless the same was decided under the key before.</summary>
    /// <param name="decision">What is decided.</param>
    /// <param name="caller">Who decides; keys of different callers are different keys.</param>
    /// <param name="decide">Decides, and keeps the key in the same unit (<see cref="KeepAsync"/>).</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <returns>The id of what it is about: a request, a bulk erasure or a legal hold.</returns>
    /// <exception cref="RequestException">It cannot be decided, or something else was decided under the key.</exception>
    public async Task<Guid> OnceAsync(Decision decision, Caller caller, Func<Task<Guid>> decide, CancellationToken cancellationToken)
    {
        if (decision.ClientRequestKey is { } given && RequestChecks.OfKey(given) is { } mistake)
        {
            throw new RequestException([mistake]);
        }

        if (await FindAsync(decision, caller, cancellationToken) is { } before)
        {
            return before;
        }

        try
        {
            return await decide();
        }
        catch (RequestException)
        {
            // Of two at once the other may have been quicker; then this one has nothing left to decide.
            if (await FindAsync(decision, caller, cancellationToken) is { } quicker)
            {
                return quicker;
            }

            throw;
        }
    }

    /// <summary>Keeps the key of a decision within its unit: both are stored or neither.</summary>
    /// <param name="db">The unit's database.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="caller">Who decides.</param>
    /// <param name="about">The id of what it is about: a request, a bulk erasure or a legal hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RequestException">The key is taken.</exception>
    public async Task KeepAsync(HubDbContext db, Decision decision, Caller caller, Guid about, CancellationToken cancellationToken)
    {
        if (decision.ClientRequestKey is not { } given)
        {
            return;
        }

        if (await RowsOf(db, caller, given).AnyAsync(cancellationToken))
        {
            throw Taken();
        }

        db.DecisionKeys.Add(new()
        {
            Caller = caller.Name,
            ClientRequestKey = given,
            ContentHash = PrintOf(decision),
            RequestId = about,
            At = clock.GetUtcNow(),
        });
    }

    private static IQueryable<DecisionKeyRow> RowsOf(HubDbContext db, Caller caller, string given) =>
        db.DecisionKeys.Where(row => row.Caller == caller.Name && row.ClientRequestKey == given);

    private static RequestException Taken() => new(
        [new(RequestMistakes.KeyReused, "Something else was decided under this clientRequestKey; take a new one.", "clientRequestKey")]);

    private async Task<Guid?> FindAsync(Decision decision, Caller caller, CancellationToken cancellationToken)
    {
        if (decision.ClientRequestKey is not { } given)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsOf(db, caller, given).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } row ? null
            : row.ContentHash.AsSpan().SequenceEqual(PrintOf(decision)) ? row.RequestId
            : throw Taken();
    }

    private byte[] PrintOf(Decision decision) =>
        HMACSHA256.HashData(key, JsonSerializer.SerializeToUtf8Bytes([decision.Operation, .. decision.Said], RequestJson.Default.StringArray));
}
