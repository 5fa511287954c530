using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>
/// Looks through sources for people who were erased there, after each cycle of what feeds them: who is erased stays on a
/// watch list of keyed hashes (tombstones), and the hub keeps nothing else to know them by.
/// </summary>
/// <remarks>Only sources that list whom they hold can be looked through; in the others a return is seen when somebody searches.</remarks>
internal sealed partial class ReturnWatch(
    CatalogHolder catalogs,
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    SourceInvoker invoker,
    KnownIdentityKinds kinds,
    BlindIndex blinds,
    RecurrenceQueue queue,
    FulfillmentOptions options,
    TimeProvider clock,
    ILogger<ReturnWatch> log)
{
    /// <summary>Looks through every source whose turn has come.</summary>
    /// <returns>How many returns were seen.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var seen = 0;
        foreach (var source in lease.Catalog.Registers.SelectMany(register => lease.Catalog.SourcesOf(register.Id))
            .Where(source => source.State == SourceState.Active && source.Supports(Ability.Population)))
        {
            try
            {
                seen += await TryTakeTurnAsync(source, CycleOf(lease.Catalog, source), cancellationToken).ConfigureAwait(false)
                    ? await LookThroughAsync(source, cancellationToken).ConfigureAwait(false)
                    : 0;
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                // The others are looked through all the same.
                LogFailed(log, source.Register, source.Id, cause.GetType().Name);
            }
        }

        return seen;
    }

    /// <summary>How often a source's data may be overwritten: the shortest cycle of what feeds it, and of its own exports.</summary>
    private TimeSpan CycleOf(ConnectorCatalog catalog, Source source)
    {
        var cycles = Feeders.Of(catalog, source.Register, source.Id).Append(source.Id)
            .Select(id => catalog.FindSource(source.Register, id)?.Descriptor?.Freshness ?? TimeSpan.Zero)
            .Where(cycle => cycle > TimeSpan.Zero);
        return cycles.Append(options.ReturnCheck).Min();
    }

    // Looked up first, because mostly nothing is due; then taken in one unit, so that of two hubs one looks.
    private async Task<bool> TryTakeTurnAsync(Source source, TimeSpan cycle, CancellationToken cancellationToken)
    {
        await using var read = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await IsDueAsync(read, source, cycle, cancellationToken).ConfigureAwait(false)
            && await gate.WriteAsync((db, ct) => TakeTurnAsync(db, source, cycle, ct), cancellationToken).ConfigureAwait(false);
    }

    // The first look comes with the first erasure.
    private async Task<bool> IsDueAsync(HubDbContext db, Source source, TimeSpan cycle, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - cycle;
        return !await db.ReturnTurns.AnyAsync(
                row => row.Register == source.Register && row.Source == source.Id && row.LookedAt > since, cancellationToken).ConfigureAwait(false)
            && await db.Tombstones.AnyAsync(row => row.Register == source.Register && row.Source == source.Id, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TakeTurnAsync(HubDbContext db, Source source, TimeSpan cycle, CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(db, source, cycle, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (await db.ReturnTurns.SingleOrDefaultAsync(row => row.Register == source.Register && row.Source == source.Id, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            db.ReturnTurns.Add(new() { Register = source.Register, Source = source.Id, LookedAt = now });
        }
        else
        {
            turn.LookedAt = now;
        }

        return true;
    }

    private async Task<int> LookThroughAsync(Source source, CancellationToken cancellationToken)
    {
        var (seen, page) = (0, default(string));
        do
        {
            var call = await invoker.ReadPopulationAsync(source, new() { PageToken = page }, cancellationToken).ConfigureAwait(false);
            if (!call.Answered)
            {
                LogNotRead(log, source.Register, source.Id, call.Failure.Kind);
                return seen;
            }

            seen += await MatchAsync(source, call.Value.Identities, cancellationToken).ConfigureAwait(false);
            page = call.Value.NextPageToken;
        }
        while (page is not null);
        return seen;
    }

    private async Task<int> MatchAsync(Source source, IReadOnlyList<SubjectIdentity> held, CancellationToken cancellationToken)
    {
        var byHash = held.Select(identity => IdentityReading.Of(identity, kinds, blinds)).OfType<IdentityReading>()
            .DistinctBy(reading => Convert.ToHexString(reading.Blind))
            .ToDictionary(reading => Convert.ToHexString(reading.Blind));
        var hashes = byHash.Values.Select(reading => reading.Blind).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var returned = await db.Tombstones.AsNoTracking()
            .Where(row => row.Register == source.Register && row.Source == source.Id && hashes.Contains(row.Blind))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var tombstone in returned)
        {
            queue.Add(new(source.Register, Guid.Empty, tombstone.RequestId, source.Id) { Identity = byHash[Convert.ToHexString(tombstone.Blind)].Identity });
        }

        return returned.Count;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether erased data is back at {Register}/{Source} could not be looked up ({ExceptionType}); the next cycle tries again.")]
    private static partial void LogFailed(ILogger log, string register, string source, string exceptionType);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Register}/{Source} did not say whom it holds ({Kind}); whether erased data is back there is looked up after the next cycle.")]
    private static partial void LogNotRead(ILogger log, string register, string source, FailureKind kind);
}
