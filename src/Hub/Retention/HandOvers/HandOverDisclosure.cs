using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention.HandOvers;

/// <summary>
/// Enters a hand-over into the ledger of disclosures, so that the person is told of it like of any other (GDPR Art. 15(1)(c))
/// and the recipient of later corrections (Art. 19).
/// </summary>
internal sealed class HandOverDisclosure(DisclosureStore store)
{
    /// <summary>Adds the entry, within the unit that records the hand-over.</summary>
    /// <exception cref="RequestException">The register or its recipient is not configured any more.</exception>
    public async Task<Guid> AddAsync(HubDbContext db, ConnectorCatalog catalog, HandOverRow row, string by, CancellationToken cancellationToken)
    {
        if (catalog.FindRegister(row.Register) is not { } register || register.Pack.FindRecipient(row.Recipient) is not { } recipient)
        {
            throw new RequestException(
                RequestMistakes.Malformed,
                $"The policy of the register '{row.Register}' names no recipient '{row.Recipient}' any more; write it back under 'recipients' before you record what went there.");
        }

        var rule = register.Pack.Retention.FirstOrDefault(rule => rule.Id == row.Rule);
        var order = new DisclosureOrder
        {
            Register = register.Id,
            Recipient = recipient.Id,
            Registrants = [new RegistrantKey.ById(row.RegistrantId)],
            Fields = FieldsOf(register, catalog, recipient),
            Ground = GroundOf(register, recipient)?.Id,
            For = recipient.Purposes.Count > 0 ? recipient.Purposes[0] : RetentionAccess.PurposeOf(register),
            LegalGround = rule is null ? null : LawOf(register, rule),
        };
        return (await store.AddAsync(db, register, DisclosureKind.Disclosure, order, [row.RegistrantId], by, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Adds the receipt, within the unit that records it.</summary>
    public Task ConfirmAsync(HubDbContext db, HandOverRow row, string reference, string by, CancellationToken cancellationToken) =>
        row.Disclosure is { } disclosure ? store.ConfirmAsync(db, disclosure, reference, by, cancellationToken) : Task.CompletedTask;

    // Everything that any rule has handed over to the recipient, as the sources name it.
    private static IReadOnlyList<string> FieldsOf(Register register, ConnectorCatalog catalog, Recipient recipient)
    {
        var rules = register.Pack.Retention.Where(rule => rule.HandOverTo == recipient.Id).ToList();
        var fields =
            from source in catalog.SourcesOf(register.Id)
            from type in source.Descriptor?.RecordTypes ?? []
            from field in type.Fields
            where rules.Exists(rule => RuleCoverage.CoversSource(rule.Sources, source.Id)
                && RuleCoverage.HandsOver(register.Pack, rule, field.Category ?? type.Category, type.Name, field.Name))
            select $"{type.Name}.{field.Name}";
        return [.. fields.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // A duty is what makes a controller hand over what it then erases.
    private static DisclosureGround? GroundOf(Register register, Recipient recipient)
    {
        var grounds = register.Pack.DisclosureGrounds.Where(ground => recipient.Grounds.Contains(ground.Id)).ToList();
        return grounds.Find(ground => ground.Kind == DisclosureGroundKind.Statute) ?? grounds.FirstOrDefault();
    }

    private static string? LawOf(Register register, RetentionRule rule)
    {
        var told = rule.Statements.Select(register.Pack.FindStatement).OfType<Statement>()
            .SelectMany(statement => statement.InsteadBy.Count > 0 ? statement.InsteadBy : statement.Articles);
        return rule.Law ?? (string.Join(", ", told.Distinct(StringComparer.Ordinal)) is { Length: > 0 } law ? law : null);
    }
}
