using System.Data.Common;
using PersonalDataHub.DemoSources.Databases;
using static PersonalDataHub.DemoSources.Databases.Column;

namespace PersonalDataHub.DemoSources.Billing;

/// <summary>Writes accounts into the tables of billing.sql.</summary>
internal sealed class BillingWriter(DbTransaction transaction) : IAsyncDisposable
{
    private readonly TableWriter account = new(
        transaction, "account", Text("account_id"), Text("customer_id"), Text("family_name"), Text("given_names"),
        Text("identity_code"), Text("email"), Text("street"), Text("post_code"), Text("city"), Text("country"),
        Instant("created_at"), Instant("updated_at"));

    private readonly TableWriter contract = new(
        transaction, "contract", Text("contract_id"), Text("account_id"), Text("product"), Text("subscription"),
        Date("started_on"), Date("ended_on"), Instant("updated_at"));

    private readonly TableWriter invoice = new(
        transaction, "invoice", Text("invoice_id"), Text("account_id"), Text("number"), Date("issued_on"), Date("due_on"),
        Amount("total"), Text("currency"), Text("status"), Date("paid_on"), Instant("sent_at"));

    private readonly TableWriter invoiceRow = new(
        transaction, "invoice_row", Text("invoice_id"), Number("row_number"), Text("description"), Amount("quantity"),
        Amount("unit_price"), Amount("amount"));

    private readonly TableWriter payment = new(
        transaction, "payment", Text("payment_id"), Text("account_id"), Text("invoice_id"), Instant("paid_at"),
        Amount("amount"), Text("method"));

    private readonly TableWriter collection = new(
        transaction, "collection_case", Text("case_id"), Text("account_id"), Text("invoice_id"), Date("opened_on"),
        Date("closed_on"), Text("agency"), Amount("amount"), Text("status"));

    public async Task WriteAsync(string customerId, BillingAccount billing, CancellationToken cancellationToken)
    {
        await account.WriteAsync(
            [
                billing.AccountId, customerId, billing.FamilyName, billing.GivenNames, billing.IdentityCode, billing.Email,
                billing.Street, billing.PostCode, billing.City, "FI", billing.CreatedAt, billing.UpdatedAt,
            ],
            cancellationToken);
        foreach (var row in billing.Contracts)
        {
            await contract.WriteAsync(
                [row.ContractId, billing.AccountId, row.Product, row.Subscription, row.StartedOn, row.EndedOn, row.UpdatedAt],
                cancellationToken);
        }

        foreach (var row in billing.Invoices)
        {
            await WriteAsync(billing.AccountId, row, cancellationToken);
        }

        foreach (var row in billing.Collections)
        {
            await collection.WriteAsync(
                [
                    row.CaseId, billing.AccountId, row.InvoiceId, row.OpenedOn, row.ClosedOn, row.Agency, row.Amount,
                    row.ClosedOn is null ? "open" : "closed",
                ],
                cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        TableWriter[] all = [account, contract, invoice, invoiceRow, payment, collection];
        foreach (var table in all)
        {
            await table.DisposeAsync();
        }
    }

    private async Task WriteAsync(string accountId, BillingInvoice row, CancellationToken cancellationToken)
    {
        await invoice.WriteAsync(
            [
                row.InvoiceId, accountId, row.Number, row.IssuedOn, row.DueOn, row.Total, "EUR",
                row.PaidOn is null ? "open" : "paid", row.PaidOn, At(row.IssuedOn, 6),
            ],
            cancellationToken);
        for (var index = 0; index < row.Rows.Count; index++)
        {
            var line = row.Rows[index];
            await invoiceRow.WriteAsync(
                [row.InvoiceId, index + 1, line.Description, line.Quantity, line.UnitPrice, line.Amount], cancellationToken);
        }

        if (row.PaidOn is { } paidOn)
        {
            await payment.WriteAsync(
                [$"P{row.Number}", accountId, row.InvoiceId, At(paidOn, 10), row.Total, "bank-transfer"], cancellationToken);
        }
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), TimeSpan.Zero);
}
