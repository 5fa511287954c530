using System.Data.Common;
using PersonalDataHub.DemoSources.Billing;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.Telecom.Databases;
using PersonalDataHub.DemoSources.Telecom.People;

namespace PersonalDataHub.DemoSources.Telecom;

/// <summary>The operator's two databases, on any database that knows the tables' types: SQLite, PostgreSQL.</summary>
public static class TelecomDatabases
{
    /// <summary>The statements that create the CRM's tables.</summary>
    public static string CrmSchema { get; } = SchemaText.Of("crm.sql");

    /// <summary>The statements that create billing's tables.</summary>
    public static string BillingSchema { get; } = SchemaText.Of("billing.sql");

    /// <summary>Creates the CRM's tables and fills them, in one transaction.</summary>
    /// <param name="connection">An open connection to a database that has none of the tables.</param>
    /// <param name="options">Which people; the folder does not matter.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    public static Task FillCrmAsync(
        DbConnection connection, TelecomDemoOptions options, CancellationToken cancellationToken) =>
        FillAsync(
            connection, CrmSchema,
            async transaction =>
            {
                await using var writer = new CrmWriter(transaction);
                foreach (var person in Everyone(options))
                {
                    if (person.Crm is { } crm)
                    {
                        await writer.WriteAsync(person.CustomerId, crm, cancellationToken);
                    }
                }
            },
            cancellationToken);

    /// <summary>Creates billing's tables and fills them, in one transaction.</summary>
    /// <param name="connection">An open connection to a database that has none of the tables.</param>
    /// <param name="options">Which people; the folder does not matter.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    public static Task FillBillingAsync(
        DbConnection connection, TelecomDemoOptions options, CancellationToken cancellationToken) =>
        FillAsync(
            connection, BillingSchema,
            async transaction =>
            {
                await using var writer = new BillingWriter(transaction);
                foreach (var person in Everyone(options))
                {
                    if (person.Billing is { } billing)
                    {
                        await writer.WriteAsync(person.CustomerId, billing, cancellationToken);
                    }
                }
            },
            cancellationToken);

    internal static IEnumerable<DemoPerson> Everyone(TelecomDemoOptions options) =>
        new Population(options.People, options.Seed, options.Now).Everyone();

    private static async Task FillAsync(
        DbConnection connection, string schema, Func<DbTransaction, Task> fill, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var command = connection.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = schema;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await fill(transaction);
        await transaction.CommitAsync(cancellationToken);
    }
}
