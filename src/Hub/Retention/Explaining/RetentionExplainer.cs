using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention.Explaining;

/// <summary>Explains how long what is held of a person stays. The reading is audited.</summary>
public sealed class RetentionExplainer
{
    private readonly CatalogHolder catalogs;
    private readonly PersonFinding persons;
    private readonly RetentionReading reading;
    private readonly RetentionFactsBook facts;
    private readonly AuditTrail audit;

    internal RetentionExplainer(
        CatalogHolder catalogs, PersonFinding persons, RetentionReading reading, RetentionFactsBook facts, AuditTrail audit) =>
        (this.catalogs, this.persons, this.reading, this.facts, this.audit) = (catalogs, persons, reading, facts, audit);

    /// <summary>Reads the person's file and works out every end.</summary>
    /// <exception cref="RequestException">There is no such register that the caller may see, or nobody is found.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is read.</exception>
    public async Task<RetentionExplanation> OfAsync(
        string register, RegistrantKey key, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var found = RetentionAccess.RegisterOf(lease.Catalog, register, caller);
        if (found.FindPurpose(purpose) is not { } named)
        {
            throw new RequestException(RequestMistakes.UnknownPurpose, $"The register '{found.Id}' has no such purpose.");
        }

        var scope = await audit.BeginAsync(
            new() { Actor = caller.Name, Role = caller.Role, Register = found.Id, Purpose = purpose, Operation = "explainRetention" }, cancellationToken)
            .ConfigureAwait(false);
        var file = await persons.FileOfAsync(lease.Catalog, found, key, cancellationToken).ConfigureAwait(false);
        var fields = new List<ExplainedField>();
        foreach (var source in file.Sources)
        {
            var ends = await reading.OfAsync(found, source, cancellationToken).ConfigureAwait(false);
            // What the purpose may not see, it may not see the dates of either.
            fields.AddRange(ends.Where(end => named.Allows(end.Field.Category ?? end.Type.Category))
                .GroupBy(end => (end.Type.Name, Field: end.Field.Name, end.End.Standing, end.End.KeptThrough, end.End.Rule, end.End.Steps.FirstOrDefault()?.Text))
                .Select(same => new ExplainedField(source.Source.Id, same.Key.Name, same.Key.Field, same.Count(), same.First().End)));
        }

        var relationship = (await facts.OfAsync(found, file.Registrant, cancellationToken).ConfigureAwait(false)).Relationship;
        await scope.CompleteAsync(
            new() { Outcome = "answered", RegistrantToken = audit.TokenOf(found.Id, file.Registrant.Id), Records = fields.Count }, cancellationToken)
            .ConfigureAwait(false);
        return new(file.Registrant.Id, relationship, fields, [.. file.Sources.Where(source => !source.Reached).Select(source => source.Source.Id)]);
    }
}
