using System.Text.Json;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Retention.HandOvers;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Carries out one sweep: asks sources who may be due, looks at those that are new, and counts.</summary>
/// <remarks>Each page is remembered before the next is asked for: a sweep that is cut short goes on where it was.</remarks>
internal sealed class SweepRun(
    CatalogHolder catalogs,
    SourceInvoker invoker,
    KnownIdentityKinds kinds,
    BlindIndex blinds,
    SweepCheck check,
    SweepStore store,
    SweepFiling filing,
    HandOverStore handOvers,
    FindingBook findings,
    ConsentEndings endings,
    RetentionOptions options,
    TimeProvider clock)
{
    private const int PageSize = 1000;

    // Enough to keep every source busy; more would only wait for the sources' slots.
    private const int AtOnce = 8;

    /// <summary>Goes through to the end, or to where a person has to look.</summary>
    public async Task<RetentionSweepRow> RunAsync(RetentionSweepRow sweep, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        if (lease.Catalog.FindRegister(sweep.Register) is not { } register)
        {
            return await store.ChangeAsync(sweep.Id, row => End(row, SweepStatus.Failed, "The register is not configured any more."), cancellationToken).ConfigureAwait(false);
        }

        var (queries, notes) = DueQueries.Of(register, lease.Catalog.SourcesOf(register.Id), clock.Today());
        var tally = new SweepTally([.. notes]);
        var ended = await endings.SinceLastAsync(register, sweep, cancellationToken).ConfigureAwait(false);
        tally.Listed += ended.Count;
        await LookAsync(lease.Catalog, register, ended, tally, cancellationToken).ConfigureAwait(false);
        foreach (var query in queries)
        {
            await AskAsync(lease.Catalog, register, query, tally, cancellationToken).ConfigureAwait(false);
        }

        await ObserveAsync(lease.Catalog, register, tally, cancellationToken).ConfigureAwait(false);
        if (await handOvers.AlarmAsync(register, cancellationToken).ConfigureAwait(false) is var late and > 0)
        {
            tally.Notes.Add($"{late} hand-overs are without a receipt after their day; look at 'handOvers' and act.");
        }

        return await ConcludeAsync(lease.Catalog, register, sweep, tally, cancellationToken).ConfigureAwait(false);
    }

    private async Task AskAsync(ConnectorCatalog catalog, Register register, DueQuery query, SweepTally tally, CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var request = new PopulationRequest { Fact = query.Fact, Before = query.Before, Earliest = query.Earliest, PageSize = PageSize, PageToken = token };
            var call = await invoker.ReadPopulationAsync(query.Source, request, cancellationToken).ConfigureAwait(false);
            if (!call.Answered)
            {
                tally.Notes.Add($"{query.Source.Id} did not list who is due: {call.Failure.Message}");
                return;
            }

            tally.Listed += call.Value.Identities.Count;
            await LookAsync(catalog, register, call.Value.Identities, tally, cancellationToken).ConfigureAwait(false);
            token = call.Value.NextPageToken;
        }
        while (token is not null);
    }

    private async Task LookAsync(
        ConnectorCatalog catalog, Register register, IReadOnlyList<SubjectIdentity> listed, SweepTally tally, CancellationToken cancellationToken)
    {
        var persons = listed.Select(identity => IdentityReading.Of(identity, kinds, blinds)).OfType<IdentityReading>()
            .Where(person => tally.Seen.Add(Convert.ToHexString(person.Blind))).ToList();
        var remembered = await store.RememberedAsync(
            register.Id, persons.ConvertAll(person => person.Blind), register.Pack.Version, clock.Today(), cancellationToken).ConfigureAwait(false);
        persons.RemoveAll(person => remembered.Contains(Convert.ToHexString(person.Blind)));
        var results = new (byte[] Blind, CheckResult Result)[persons.Count];
        await Parallel.ForEachAsync(
            persons.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, ct) =>
            {
                var key = new RegistrantKey.ByIdentity(one.Item.Identity.Kind, one.Item.Identity.Value, one.Item.Identity.Issuer);
                var result = await check.OfAsync(catalog, register, key, ct).ConfigureAwait(false);
                await NoteAsync(register, result, ct).ConfigureAwait(false);
                results[one.Index] = (one.Item.Blind, result);
            }).ConfigureAwait(false);
        if (results.Length > 0)
        {
            await store.RememberAsync(register.Id, results, register.Pack.Version, cancellationToken).ConfigureAwait(false);
        }

        tally.Add(results.Select(one => one.Result));
    }

    private async Task NoteAsync(Register register, CheckResult result, CancellationToken cancellationToken)
    {
        if (result.Registrant is not { } person)
        {
            return;
        }

        foreach (var (recipient, rule, since, eraseFrom) in result.HandOvers)
        {
            await handOvers.OpenAsync(register, person, recipient, rule.Id, since, eraseFrom, cancellationToken).ConfigureAwait(false);
        }

        if (result.StillThere.Count > 0)
        {
            await findings.NoteAsync(register.Id, person, result.StillThere, cancellationToken).ConfigureAwait(false);
        }
    }

    // What a source should have let vanish is looked at until it is gone, also when no source lists the person any more.
    private async Task ObserveAsync(ConnectorCatalog catalog, Register register, SweepTally tally, CancellationToken cancellationToken)
    {
        foreach (var person in await findings.OpenAsync(register.Id, cancellationToken).ConfigureAwait(false))
        {
            var result = await check.OfAsync(catalog, register, new RegistrantKey.ById(person), cancellationToken).ConfigureAwait(false);
            if (result.State != CheckState.NotKnown)
            {
                await findings.NoteAsync(register.Id, person, result.StillThere, cancellationToken).ConfigureAwait(false);
            }
        }

        if ((await findings.OpenAsync(register.Id, cancellationToken).ConfigureAwait(false)).Count is var open and > 0)
        {
            tally.Notes.Add($"Data of {open} persons should have vanished at its source and is still there; look at 'retentionFindings'.");
        }
    }

    private async Task<RetentionSweepRow> ConcludeAsync(
        ConnectorCatalog catalog, Register register, RetentionSweepRow sweep, SweepTally tally, CancellationToken cancellationToken)
    {
        var due = await store.DueAsync(register.Id, cancellationToken).ConfigureAwait(false);
        var population = due > options.StopLeast ? await PopulationAsync(catalog, register, cancellationToken).ConfigureAwait(false) : null;
        var stop = SweepStop.ReasonOf(due, population, options);
        var lines = JsonSerializer.Serialize(await store.LinesAsync(register.Id, cancellationToken).ConfigureAwait(false), SweepJson.Default.IReadOnlyListSweepLine);
        var row = await store.ChangeAsync(
            sweep.Id,
            row =>
            {
                (row.Listed, row.Checked, row.Due, row.Unknown, row.Population) = (tally.Listed, tally.Checked, due, tally.Unknown, population);
                (row.StopReason, row.Lines, row.Notes) = (stop, lines, JsonSerializer.Serialize(tally.Notes, SweepJson.Default.IReadOnlyListString));
                if (row.DryRun)
                {
                    End(row, SweepStatus.Done, stop);
                }
                else if (stop is not null && row.ConfirmedBy is null)
                {
                    row.Status = SweepStatus.Stopped;
                }
            },
            cancellationToken).ConfigureAwait(false);
        return row.Status == SweepStatus.Running ? await FileAsync(register, row, cancellationToken).ConfigureAwait(false) : row;
    }

    private async Task<RetentionSweepRow> FileAsync(Register register, RetentionSweepRow sweep, CancellationToken cancellationToken)
    {
        await filing.FileAsync(register, sweep, cancellationToken).ConfigureAwait(false);
        return await store.ChangeAsync(sweep.Id, row => End(row, SweepStatus.Done, row.StopReason), cancellationToken).ConfigureAwait(false);
    }

    private async Task<long?> PopulationAsync(ConnectorCatalog catalog, Register register, CancellationToken cancellationToken)
    {
        long? most = null;
        foreach (var source in catalog.SourcesOf(register.Id).Where(source => source.State == SourceState.Active && source.Supports(Ability.Population)))
        {
            var call = await invoker.ReadPopulationAsync(source, new() { PageSize = 1, WithTotal = true }, cancellationToken).ConfigureAwait(false);
            most = call.Answered && call.Value.Total is { } total && !(total < most) ? total : most;
        }

        return most;
    }

    private void End(RetentionSweepRow row, SweepStatus status, string? reason) =>
        (row.Status, row.StopReason, row.EndedAt) = (status, reason, clock.GetUtcNow());
}
