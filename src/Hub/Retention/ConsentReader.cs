using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Finds out how a person's consents stand: by the hub's own decisions, and by those that sources keep.</summary>
internal sealed class ConsentReader(CatalogHolder catalogs, SourceInvoker invoker, PermissionBook book, KnownIdentityKinds kinds, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <summary>Whether anything in a register ends with a basis, so that consents matter.</summary>
    public static bool Matters(Register register) =>
        register.Pack.Retention.Any(rule => rule.Trigger == RetentionTrigger.BasisEnd) && PurposesOf(register).Any();

    /// <summary>How consent stands to each purpose that rests on it; empty where that ends nothing.</summary>
    /// <param name="register">The register.</param>
    /// <param name="persons">The registrants that the person is.</param>
    /// <param name="identities">Everything the person is known by.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyDictionary<string, ConsentStanding>> ReadAsync(
        Register register, IReadOnlyList<KnownRegistrant> persons, IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        if (!Matters(register))
        {
            return new Dictionary<string, ConsentStanding>();
        }

        using var lease = catalogs.Lease();
        var sources = lease.Catalog.SourcesOf(register.Id).ToList();
        var silent = sources.Find(source => source.State != SourceState.Active)?.Id;
        var kept = await Task.WhenAll(sources.Where(source => source.Descriptor is null || SourcePermissions.Keeps(source))
            .Select(source => KeptAsync(register, source, identities, silent, cancellationToken))).ConfigureAwait(false);
        var decided = new List<PermissionEvent>();
        foreach (var person in persons)
        {
            decided.AddRange((await book.HistoryAsync(person, cancellationToken).ConfigureAwait(false)).All);
        }

        // What a source keeps comes first: of two at one moment the hub's own holds.
        var history = new PermissionHistory([.. kept.SelectMany(one => one.Decided), .. decided]);
        var missing = kept.Select(one => one.Missing).FirstOrDefault(reason => reason is not null);
        return PurposesOf(register).ToDictionary(purpose => purpose.Id, purpose => Of(register, purpose, history, missing), StringComparer.Ordinal);
    }

    private static IEnumerable<Purpose> PurposesOf(Register register) =>
        register.Purposes.Where(purpose => purpose.Bases.Any(basis => register.Pack.FindBasis(basis)?.Kind == BasisKind.Consent));

    // One channel in which it stands is enough: the data is held for that one.
    private ConsentStanding Of(Register register, Purpose purpose, PermissionHistory history, string? missing)
    {
        var now = clock.GetUtcNow();
        string?[] channels = [null, .. register.Pack.Marketing.Channels.Select(channel => channel.Id).Concat(history.All.Select(one => one.Channel).OfType<string>()).Distinct()];
        if (channels.Any(channel => history.IsGiven(PermissionUse.Processing, purpose.Id, channel, now)))
        {
            return new(ConsentState.Given);
        }

        if (missing is not null)
        {
            return new(ConsentState.NotKnown, Missing: missing);
        }

        return history.All.LastOrDefault(one => one.Use == PermissionUse.Processing && one.Purpose == purpose.Id && one.At <= now) is { } last
            ? new(ConsentState.Ended, RetentionDay.Of(last.At))
            : new(ConsentState.NeverGiven);
    }

    private async Task<(IReadOnlyList<PermissionEvent> Decided, string? Missing)> KeptAsync(
        Register register, Source source, IReadOnlyList<SubjectIdentity> identities, string? silent, CancellationToken cancellationToken)
    {
        if (source.Descriptor is null || source.State != SourceState.Active)
        {
            return ([], $"{source.Id}, which may keep the person's decisions, cannot be asked: {source.Reason ?? "it is switched off."}");
        }

        var by = Asking.IdentitiesFor(source, identities, kinds);
        if (by.Count == 0)
        {
            return ([], silent is null ? null : $"it is not certain by what {source.Id} knows the person, as {silent} cannot be asked");
        }

        var decided = new List<PermissionEvent>();
        string? token = null;
        do
        {
            var request = new ReadRequest { Identities = by, RecordTypes = [SourceFlag.RecordTypeName], PageSize = PageSize, PageToken = token };
            var call = await invoker.ReadAsync(source, request, cancellationToken).ConfigureAwait(false);
            if (!call.Answered)
            {
                return ([], $"{source.Id}, which keeps the person's decisions, did not answer: {call.Failure.Message}");
            }

            decided.AddRange(call.Value.Records.Select(record => SourcePermissions.FlagOf(register, source, record)).OfType<SourceFlag>().SelectMany(flag => flag.Events()));
            token = call.Value.NextPageToken;
        }
        while (token is not null);

        return (decided, null);
    }
}
