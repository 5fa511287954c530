using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.DemoSources.Tests.Telecom;

public sealed class TelecomDatabasesTests(PostgreSqlServer server)
{
    private static readonly TelecomDemoOptions Options = new() { Directory = "", People = 60, Now = DemoFolder.Now };

    [Theory]
    [InlineData("customer", "customer_id || family_name || coalesce(identity_code, '') || coalesce(birth_date, '')")]
    [InlineData("email", "customer_id || address || case when shared then 'shared' else '' end || coalesce(valid_from, '')")]
    [InlineData("phone", "customer_id || number || coalesce(valid_to, '')")]
    public async Task FillCrmAsync_Should_WriteTheSamePeople_When_TheDatabaseIsPostgreSql(string table, string values)
    {
        await using var sqlite = await SqliteAsync();
        await using var postgreSql = await PostgreSqlAsync();
        await TelecomDatabases.FillCrmAsync(sqlite, Options, TestContext.Current.CancellationToken);
        await TelecomDatabases.FillCrmAsync(postgreSql, Options, TestContext.Current.CancellationToken);

        var expected = await AskAsync(sqlite, $"select {values} from {table}");
        var there = await AskAsync(postgreSql, $"select {values.Replace("_date,", "_date::text,").Replace("_from,", "_from::text,").Replace("_to,", "_to::text,")} from {table}");

        expected.ShouldNotBeEmpty();
        there.ShouldBe(expected);
    }

    [Fact]
    public async Task FillBillingAsync_Should_WriteTheSameAmounts_When_TheDatabaseIsPostgreSql()
    {
        const string Question = "select invoice_id || ' ' || cast(cast(round(total * 100) as integer) as text) || status from invoice";
        await using var sqlite = await SqliteAsync();
        await using var postgreSql = await PostgreSqlAsync();
        await TelecomDatabases.FillBillingAsync(sqlite, Options, TestContext.Current.CancellationToken);
        await TelecomDatabases.FillBillingAsync(postgreSql, Options, TestContext.Current.CancellationToken);

        var expected = await AskAsync(sqlite, Question);

        expected.ShouldNotBeEmpty();
        (await AskAsync(postgreSql, Question)).ShouldBe(expected);
    }

    [Fact]
    public async Task FillCrmAsync_Should_LeaveNoTable_When_Cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var sqlite = await SqliteAsync();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => TelecomDatabases.FillCrmAsync(sqlite, Options, cancellation.Token));

        (await AskAsync(sqlite, "select name from sqlite_master")).ShouldBeEmpty();
    }

    private static async Task<SqliteConnection> SqliteAsync()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        return connection;
    }

    private async Task<NpgsqlConnection> PostgreSqlAsync()
    {
        var connection = new NpgsqlConnection(await server.CreateDatabaseAsync());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<List<string>> AskAsync(DbConnection connection, string question)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (await reader.ReadAsync())
        {
            answers.Add(reader.GetString(0));
        }

        answers.Sort(StringComparer.Ordinal);
        return answers;
    }
}
