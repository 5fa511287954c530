namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>What billing holds of one person, under an account number of its own.</summary>
internal sealed record BillingAccount
{
    public required string AccountId { get; init; }
    public required string FamilyName { get; init; }
    public required string GivenNames { get; init; }
    public string? IdentityCode { get; init; }
    public string? Email { get; init; }
    public string? Street { get; init; }
    public string? PostCode { get; init; }
    public string? City { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public IReadOnlyList<BillingContract> Contracts { get; init; } = [];
    public IReadOnlyList<BillingInvoice> Invoices { get; init; } = [];
    public IReadOnlyList<BillingCollection> Collections { get; init; } = [];
}

internal sealed record BillingContract(
    string ContractId, string Product, string Subscription, DateOnly StartedOn, DateOnly? EndedOn, DateTimeOffset UpdatedAt);

/// <summary>An invoice; unpaid while it has no day of payment.</summary>
internal sealed record BillingInvoice(
    string InvoiceId, string Number, DateOnly IssuedOn, DateOnly DueOn, DateOnly? PaidOn, IReadOnlyList<BillingRow> Rows)
{
    public decimal Total => Rows.Sum(row => row.Amount);
}

internal sealed record BillingRow(string Description, decimal Quantity, decimal UnitPrice)
{
    public decimal Amount => decimal.Round(Quantity * UnitPrice, 2);
}

/// <summary>A collection case; open while it has no closing day.</summary>
internal sealed record BillingCollection(
    string CaseId, string? InvoiceId, DateOnly OpenedOn, DateOnly? ClosedOn, string Agency, decimal Amount);
