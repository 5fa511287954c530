using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Keeps numbers about many people apart from what is known of one.</summary>
internal static class AggregateSources
{
    /// <summary>Why such a source is never asked about a person.</summary>
    public const string Reason = "It holds numbers about many people only, which are never joined with a single person.";

    /// <summary>Refuses a search that wants the records of such a source for a person, and writes that down.</summary>
    /// <exception cref="RegistrantQueryException">The search names such a source; the audit trail has the attempt.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written.</exception>
    public static async Task RefuseJoinAsync(
        ConnectorCatalog catalog, RegistrantQuery query, AuditTrail audit, AuditIntent intent, CancellationToken cancellationToken)
    {
        var named = query.Records
            .Select(selection => selection.Source)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(id => catalog.FindSource(query.Register, id) is { HoldsAggregatesOnly: true })
            .ToList();
        if (named.Count == 0)
        {
            return;
        }

        var scope = await audit.BeginAsync(intent with { Operation = "joinAggregates", Sources = named }, cancellationToken).ConfigureAwait(false);
        await scope.CompleteAsync(
            new() { Outcome = "refused", Sources = [.. named.Select(id => new AuditedSource(id, nameof(ReadingStatus.NotAsked), 0))] },
            cancellationToken).ConfigureAwait(false);
        throw new RegistrantQueryException(
            "AGGREGATE_ONLY",
            $"{string.Join(", ", named)}: {Reason} Ask for 'statistics' of the source instead. The attempt is in the audit trail.");
    }
}
