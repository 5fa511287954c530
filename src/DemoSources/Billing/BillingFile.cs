using PersonalDataHub.DemoSources.Databases;

namespace PersonalDataHub.DemoSources.Billing;

/// <summary>Makes a billing database of its own for a register.</summary>
internal static class BillingFile
{
    public static async Task WriteAsync(
        string path, IEnumerable<(string CustomerId, BillingAccount Account)> accounts, CancellationToken cancellationToken)
    {
        await using var file = await SqliteFile.CreateAsync(path, "billing.sql", cancellationToken);
        await using (var writer = new BillingWriter(file.Transaction))
        {
            foreach (var (customerId, account) in accounts)
            {
                await writer.WriteAsync(customerId, account, cancellationToken);
            }
        }

        await file.CommitAsync(cancellationToken);
    }
}
