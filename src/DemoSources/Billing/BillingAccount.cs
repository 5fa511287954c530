using System.Globalization;

namespace PersonalDataHub.DemoSources.Billing;

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

    /// <summary>The account with its last invoice unpaid.</summary>
    public BillingAccount WithOpenInvoice() =>
        this with { Invoices = [.. Invoices.SkipLast(1), Invoices[^1] with { PaidOn = null }] };

    /// <summary>The account with its last invoice unpaid and in collection.</summary>
    public BillingAccount WithCollection() => WithOpenInvoice() with
    {
        Collections =
        [
            new BillingCollection(
                $"K{AccountId}", Invoices[^1].InvoiceId, Invoices[^1].DueOn.AddDays(30), null, "Esimerkkiperintä Oy", Invoices[^1].Total),
        ],
    };

    /// <summary>The account of somebody whose contracts all ended, and who was billed for the last time before that.</summary>
    public BillingAccount WithEnd(DateOnly endedOn) => this with
    {
        Contracts = [.. Contracts.Select(contract => contract with { EndedOn = endedOn })],
        Invoices = [.. Invoices.TakeLast(1).Select(invoice => invoice.On(endedOn.AddDays(-30), AccountId))],
        Collections = [],
    };
}

internal sealed record BillingContract(
    string ContractId, string Product, string Subscription, DateOnly StartedOn, DateOnly? EndedOn, DateTimeOffset UpdatedAt);

/// <summary>An invoice; unpaid while it has no day of payment.</summary>
internal sealed record BillingInvoice(
    string InvoiceId, string Number, DateOnly IssuedOn, DateOnly DueOn, DateOnly? PaidOn, IReadOnlyList<BillingRow> Rows)
{
    public decimal Total => Rows.Sum(row => row.Amount);

    /// <summary>The invoice as if issued, and paid, on another day.</summary>
    public BillingInvoice On(DateOnly issuedOn, string accountId)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{issuedOn:yyyyMM}{accountId}");
        return this with { InvoiceId = $"I{number}", Number = number, IssuedOn = issuedOn, DueOn = issuedOn.AddDays(21), PaidOn = issuedOn.AddDays(14) };
    }
}

internal sealed record BillingRow(string Description, decimal Quantity, decimal UnitPrice)
{
    public decimal Amount => decimal.Round(Quantity * UnitPrice, 2);
}

/// <summary>A collection case; open while it has no closing day.</summary>
internal sealed record BillingCollection(
    string CaseId, string? InvoiceId, DateOnly OpenedOn, DateOnly? ClosedOn, string Agency, decimal Amount);
