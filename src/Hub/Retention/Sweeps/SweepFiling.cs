using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>
/// Stores what is due as bulk erasures, which are approved, paced and carried out like any other; those of rules that need no
/// approval are started at once.
/// </summary>
/// <remarks>Who goes into which bulk is written first: what a crash cut short is gone on with under the same key.</remarks>
internal sealed class SweepFiling(
    IDbContextFactory<HubDbContext> contexts, WriteGate gate, BulkErasures erasures, RetentionOptions options, TimeProvider clock)
{
    /// <summary>What the client keys of a sweep's bulk erasures begin with.</summary>
    public static string KeyOf(RetentionSweepRow sweep) => $"retention:{sweep.Id:N}:";

    public async Task FileAsync(Register register, RetentionSweepRow sweep, CancellationToken cancellationToken)
    {
        foreach (var automatic in (bool[])[true, false])
        {
            while (await NextAsync(register, sweep, automatic, cancellationToken).ConfigureAwait(false) is ({ } key, { Count: > 0 } persons))
            {
                await SubmitAsync(register, sweep, key, persons, automatic, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<(string? Key, IReadOnlyList<Guid> Persons)> NextAsync(
        Register register, RetentionSweepRow sweep, bool automatic, CancellationToken cancellationToken) => gate.WriteAsync<(string?, IReadOnlyList<Guid>)>(
        async (db, ct) =>
        {
            var due = db.RetentionChecks.Where(row => row.Register == register.Id && row.State == CheckState.Due && row.RegistrantId != null && row.Automatic == automatic);
            if (await due.Where(row => row.Filed != null).Select(row => row.Filed).FirstOrDefaultAsync(ct).ConfigureAwait(false) is { } begun)
            {
                return (begun, await PersonsAsync(due.Where(row => row.Filed == begun), ct).ConfigureAwait(false));
            }

            var rows = await due.Where(row => row.NotBefore > clock.Today()).OrderBy(row => row.Key).Take(BulkChecks.MostPersons).ToListAsync(ct).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                return (null, []);
            }

            var key = $"{KeyOf(sweep)}{rows[0].Key}";
            rows.ForEach(row => row.Filed = key);
            return (key, [.. rows.Select(row => row.RegistrantId!.Value).Distinct()]);
        },
        cancellationToken);

    private static async Task<IReadOnlyList<Guid>> PersonsAsync(IQueryable<RetentionCheckRow> rows, CancellationToken cancellationToken) =>
        [.. (await rows.OrderBy(row => row.Key).Select(row => row.RegistrantId!.Value).ToListAsync(cancellationToken).ConfigureAwait(false)).Distinct()];

    private async Task SubmitAsync(
        Register register, RetentionSweepRow sweep, string key, IReadOnlyList<Guid> persons, bool automatic, CancellationToken cancellationToken)
    {
        var header = new BulkHeader
        {
            Register = register.Id,
            ClientRequestKey = key,
            ReceivedAt = sweep.StartedAt,
            Channel = Channel.Internal,
            Reference = $"retention sweep {sweep.Id}",
            Purpose = RetentionAccess.PurposeOf(register),
            SkipUnknown = true,
            WaitAtMost = options.WaitAtMost,
        };
        var bulk = await StoredAsync(header, [.. persons.Select(person => new RegistrantKey.ById(person))], cancellationToken).ConfigureAwait(false);
        if (automatic && bulk is { Status: BulkErasureStatus.AwaitingApproval, Hash: { } hash, Persons: > 0 })
        {
            await erasures.ApproveAsync(bulk.Id, hash, bulk.Persons, RetentionAccess.Hub, cancellationToken).ConfigureAwait(false);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var filed = bulk is null ? CheckState.Nothing : CheckState.Filed;
        await gate.WriteAsync(
            (unit, ct) => unit.RetentionChecks.Where(row => row.Register == register.Id && row.Filed == key)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, filed), ct),
            cancellationToken).ConfigureAwait(false);
    }

    // Null when nobody of them holds anything any more.
    private async Task<BulkErasure?> StoredAsync(BulkHeader header, IReadOnlyList<RegistrantKey> persons, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await erasures.SubmitAsync(header, persons, SweepCheck.Content, RetentionAccess.Hub, cancellationToken).ConfigureAwait(false);
            }
            catch (RequestException planning) when (planning.Mistakes.All(mistake => mistake.Code == RequestMistakes.StillPlanning))
            {
                // It goes on by itself; asking again joins it and waits.
            }
            catch (RequestException nothing) when (nothing.Mistakes.All(mistake => mistake.Code is RequestMistakes.NothingHeld or RequestMistakes.AlreadyErased))
            {
                return null;
            }
        }
    }
}
