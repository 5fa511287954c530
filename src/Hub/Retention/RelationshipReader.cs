using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Asks every source of a register for the facts from which the end of a relationship is worked out.</summary>
internal sealed class RelationshipReader(CatalogHolder catalogs, SourceInvoker invoker, KnownIdentityKinds kinds, TimeProvider clock)
{
    private static readonly string[] facts = [FactKinds.LastContact, FactKinds.ContractInForce];

    /// <summary>How a person's relationship stands today.</summary>
    /// <param name="register">The register.</param>
    /// <param name="identities">Everything the person is known by.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<RelationshipStanding> ReadAsync(
        Register register, IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var sources = lease.Catalog.SourcesOf(register.Id).ToList();
        var silent = sources.Find(source => source.State != SourceState.Active)?.Id;
        var told = await Task.WhenAll(sources.Select(source => AskAsync(source, identities, silent, cancellationToken))).ConfigureAwait(false);
        return RelationshipReckoning.Of(register.Pack.Relationship, [.. told.OfType<SourceContact>()], clock.Today());
    }

    // Null for a source that has nothing to tell: it tells no such facts, or certainly does not know the person.
    private async Task<SourceContact?> AskAsync(
        Source source, IReadOnlyList<SubjectIdentity> identities, string? silent, CancellationToken cancellationToken)
    {
        var asked = facts.Where(fact => source.Descriptor is null || source.Descriptor.Facts.Contains(fact)).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        if (source.Descriptor is null || source.State != SourceState.Active)
        {
            return new(source.Id, source.Reason ?? "it cannot be asked.");
        }

        var known = Asking.IdentitiesFor(source, identities, kinds);
        if (known.Count == 0)
        {
            return silent is null ? null : new(source.Id, $"it is not certain by what it knows the person, as {silent} cannot be asked.");
        }

        var call = await invoker.ReadFactsAsync(source, new(known, asked), cancellationToken).ConfigureAwait(false);
        return call.Answered ? Contact(source, call.Value) : new(source.Id, call.Failure.Message);
    }

    private static SourceContact Contact(Source source, FactsResult result)
    {
        var contact = result.Facts.FirstOrDefault(fact => fact.Name == FactKinds.LastContact);
        var contract = result.Facts.FirstOrDefault(fact => fact.Name == FactKinds.ContractInForce);
        return new(source.Id, null, DayOf(contact?.At), contract?.Holds, DayOf(contract?.At));
    }

    private static DateOnly? DayOf(DateTimeOffset? moment) => moment is { } at ? RetentionDay.Of(at) : null;
}
