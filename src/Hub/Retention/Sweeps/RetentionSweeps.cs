using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Looks for what is due in a register, shows it, and has it erased when somebody, or the policy, says so.</summary>
public sealed partial class RetentionSweeps : IDisposable
{
    private const int MostShown = 100;

    // Well below the time that a GraphQL operation may take.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly HubDatabase database;
    private readonly SweepStore store;
    private readonly SweepRun run;
    private readonly FindingBook findings;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;
    private readonly ILogger<RetentionSweeps> log;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationToken stopped;
    private readonly ConcurrentDictionary<string, Lazy<Task<RetentionSweepRow>>> running = new(StringComparer.Ordinal);
    private int disposed;

    internal RetentionSweeps(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        HubDatabase database,
        SweepStore store,
        SweepRun run,
        FindingBook findings,
        AuditTrail audit,
        TimeProvider clock,
        ILogger<RetentionSweeps> log) =>
        (this.catalogs, this.contexts, this.database, this.store, this.run, this.findings, this.audit, this.clock, this.log, stopped) =
            (catalogs, contexts, database, store, run, findings, audit, clock, log, stopping.Token);

    /// <summary>Sweeps a register. One that runs already is joined; one that takes long goes on when the caller waits no longer.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="dryRun">True to plan and show only.</param>
    /// <param name="caller">Who asks: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such register that the caller may see.</exception>
    public async Task<RetentionSweep> SweepAsync(string register, bool dryRun, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.DemandOfficer(caller);
        var found = RetentionAccess.RegisterOf(catalogs.Current, register, caller);
        var begun = await store.BeginAsync(found.Id, dryRun, caller.Name, cancellationToken).ConfigureAwait(false);
        return await WaitAsync(begun, caller, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with a sweep that stopped because so much is due.</summary>
    /// <param name="id">The sweep.</param>
    /// <param name="persons">How many persons were seen to be due.</param>
    /// <param name="caller">Who confirms: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such sweep, it does not wait, or the number is another.</exception>
    public async Task<RetentionSweep> ConfirmAsync(Guid id, int persons, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.DemandOfficer(caller);
        var row = await FindAsync(id, caller, cancellationToken).ConfigureAwait(false);
        if (row.Status != SweepStatus.Stopped)
        {
            throw new RequestException(RequestMistakes.NotAwaitingApproval, "The sweep does not wait for anybody.");
        }

        if (row.Due != persons)
        {
            throw new RequestException([new(RequestMistakes.PlanChanged, $"{row.Due} persons are due; look at the lines and confirm that number.", "persons")]);
        }

        var going = await store.ChangeAsync(id, sweep => (sweep.Status, sweep.ConfirmedBy) = (SweepStatus.Running, caller.Name), cancellationToken).ConfigureAwait(false);
        return await WaitAsync(going, caller, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The latest sweeps of a register, the latest first.</summary>
    /// <exception cref="RequestException">There is no such register that the caller may see.</exception>
    public async Task<IReadOnlyList<RetentionSweep>> ListAsync(string register, int first, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.RegisterOf(catalogs.Current, register, caller);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.RetentionSweeps.AsNoTracking().Where(row => row.Register == register)
            .OrderByDescending(row => row.Key).Take(Math.Clamp(first, 1, MostShown)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var bulks = await BulksAsync(db, rows, cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => View(row, bulks));
    }

    /// <summary>Persons of whom something is due, in the order in which they were found.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="first">How many: 1 to 100.</param>
    /// <param name="skip">How many to leave out from the beginning.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such register that the caller may see.</exception>
    public async Task<IReadOnlyList<DueRegistrant>> DueAsync(string register, int first, int skip, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.RegisterOf(catalogs.Current, register, caller);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await SweepStore.Due(db, register, clock.Today()).OrderBy(row => row.Key).Skip(Math.Max(0, skip)).Take(Math.Clamp(first, 1, MostShown))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new DueRegistrant(
            row.RegistrantId!.Value, row.CheckedOn, row.Automatic, JsonSerializer.Deserialize(row.Lines, SweepJson.Default.IReadOnlyListSweepLine)!));
    }

    /// <summary>What should have vanished at its source and is still there.</summary>
    /// <exception cref="RequestException">There is no such register that the caller may see.</exception>
    public Task<IReadOnlyList<RetentionFinding>> FindingsAsync(string register, bool cleared, Caller caller, CancellationToken cancellationToken)
    {
        RetentionAccess.RegisterOf(catalogs.Current, register, caller);
        return findings.ListAsync(register, cleared, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The hub's stop says it first, so that a sweep does not hold it up.
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            stopping.Cancel();
            stopping.Dispose();
        }
    }

    /// <summary>Sweeps a register to the end, as the hub itself.</summary>
    internal async Task<RetentionSweep> SweepAsync(string register, bool dryRun, CancellationToken cancellationToken)
    {
        var begun = await store.BeginAsync(register, dryRun, RetentionAccess.Hub.Name, cancellationToken).ConfigureAwait(false);
        return await ViewAsync(await Running(begun, RetentionAccess.Hub).WaitAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with what a crash cut short.</summary>
    internal async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await store.CutShortAsync(cancellationToken).ConfigureAwait(false))
        {
            await Running(row, RetentionAccess.Hub).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<RetentionSweep> WaitAsync(RetentionSweepRow begun, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await ViewAsync(await Running(begun, caller).WaitAsync(patience, clock, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return await ViewAsync(await FindAsync(begun.Id, caller, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<RetentionSweepRow> Running(RetentionSweepRow begun, Caller caller) =>
        running.GetOrAdd(begun.Register, _ => new(() => Task.Run(() => RunAsync(begun, caller), CancellationToken.None))).Value;

    private async Task<RetentionSweepRow> RunAsync(RetentionSweepRow begun, Caller caller)
    {
        try
        {
            // One node sweeps a register at a time; whoever asks another sees how it goes.
            await using var taken = await database.TryTakeAsync($"sweep/{begun.Register}", stopped).ConfigureAwait(false);
            if (taken is null || await EndedAsync(begun.Id).ConfigureAwait(false))
            {
                return begun;
            }

            var register = catalogs.Current.FindRegister(begun.Register);
            var scope = await audit.BeginAsync(
                new()
                {
                    Actor = caller.Name,
                    Role = caller.Role,
                    Register = begun.Register,
                    Purpose = register is null ? null : RetentionAccess.PurposeOf(register),
                    Operation = begun.DryRun ? "planRetention" : "sweepRetention",
                    RequestId = begun.Id.ToString(),
                },
                stopped).ConfigureAwait(false);
            var ended = await run.RunAsync(begun, stopped).ConfigureAwait(false);
            await scope.CompleteAsync(new() { Outcome = JsonNamingPolicy.CamelCase.ConvertName(ended.Status.ToString()), Records = ended.Due }, stopped).ConfigureAwait(false);
            return ended;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            LogFailed(log, begun.Register, begun.Id, cause.GetType().Name);
            return await store.ChangeAsync(
                begun.Id, row => (row.Status, row.StopReason, row.EndedAt) = (SweepStatus.Failed, "The sweep could not go on; the log tells why.", clock.GetUtcNow()), CancellationToken.None)
                .ConfigureAwait(false);
        }
        finally
        {
            running.TryRemove(begun.Register, out _);
        }
    }

    private async Task<bool> EndedAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync(stopped).ConfigureAwait(false);
        return !await db.RetentionSweeps.AnyAsync(row => row.Id == id && row.Status == SweepStatus.Running, stopped).ConfigureAwait(false);
    }

    private async Task<RetentionSweepRow> FindAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.RetentionSweeps.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row is not null && caller.CanSee(row.Register)
            ? row
            : throw new RequestException(RequestMistakes.UnknownRequest, "There is no sweep of this id that you may see.");
    }

    private async Task<RetentionSweep> ViewAsync(RetentionSweepRow row, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return View(row, await BulksAsync(db, [row], cancellationToken).ConfigureAwait(false));
    }

    private static async Task<ILookup<string, Guid>> BulksAsync(HubDbContext db, IReadOnlyList<RetentionSweepRow> sweeps, CancellationToken cancellationToken)
    {
        var found = new List<(string Sweep, Guid Id)>();
        foreach (var sweep in sweeps.Where(sweep => !sweep.DryRun))
        {
            var prefix = SweepFiling.KeyOf(sweep);
            found.AddRange((await db.BulkErasures.Where(bulk => bulk.Register == sweep.Register && bulk.ClientRequestKey.StartsWith(prefix)).OrderBy(bulk => bulk.Key)
                .Select(bulk => bulk.Id).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(id => (prefix, id)));
        }

        return found.ToLookup(one => one.Sweep, one => one.Id);
    }

    private static RetentionSweep View(RetentionSweepRow row, ILookup<string, Guid> bulks) => new()
    {
        Id = row.Id,
        Register = row.Register,
        Day = row.Day,
        DryRun = row.DryRun,
        Status = row.Status,
        StartedBy = row.StartedBy,
        StartedAt = row.StartedAt,
        EndedAt = row.EndedAt,
        Listed = row.Listed,
        Checked = row.Checked,
        Due = row.Due,
        Unknown = row.Unknown,
        Population = row.Population,
        StopReason = row.StopReason,
        ConfirmedBy = row.ConfirmedBy,
        Bulks = [.. bulks[SweepFiling.KeyOf(row)]],
        Notes = JsonSerializer.Deserialize(row.Notes, SweepJson.Default.IReadOnlyListString)!,
        Lines = JsonSerializer.Deserialize(row.Lines, SweepJson.Default.IReadOnlyListSweepLine)!,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Register {Register}: the retention sweep {Sweep} could not go on ({ExceptionType}).")]
    private static partial void LogFailed(ILogger log, string register, Guid sweep, string exceptionType);
}
