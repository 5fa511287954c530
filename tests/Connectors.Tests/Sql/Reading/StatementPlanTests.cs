using System.Text.RegularExpressions;
using PersonalDataHub.Connectors.Billing;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Tests.Sql.Reading;

/// <summary>What a read costs follows the person's rows, not the table's: every statement goes by an index.</summary>
public sealed class StatementPlanTests(PostgreSqlServer server) : IAsyncDisposable
{
    private TestDatabase? test;

    public ValueTask DisposeAsync() => test?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData("crm")]
    [InlineData("billing")]
    public async Task Statements_Should_SearchByIndex_When_SqlitePlansThem(string source)
    {
        test = new SqliteTestDatabase();
        await test.CreateTablesAsync($"{source}.sql");

        await foreach (var (statement, plan) in PlansAsync(source, "explain query plan ", row: 3))
        {
            plan.ShouldContain("SEARCH");
            // "SCAN CONSTANT ROW" is the outer select of the counts; it reads no table.
            plan.Replace("SCAN CONSTANT ROW", "").ShouldNotContain("SCAN", Case.Sensitive, statement);
        }
    }

    [Theory]
    [InlineData("crm")]
    [InlineData("billing")]
    public async Task Population_Should_SearchByTheMoment_When_SqlitePlansIt(string source)
    {
        test = new SqliteTestDatabase();
        await test.CreateTablesAsync($"{source}.sql");
        await test.ExecuteAsync(source == "crm" ? FewCustomers : FewAccounts);

        await foreach (var (statement, plan) in PlansAsync(source, "explain query plan ", row: 3, PopulationAsync))
        {
            // "p" is what was found so far.
            Regex.Replace(plan, @"SCAN (SUBQUERY \w+( AS)? )?p\b", "").ShouldNotContain("SCAN", Case.Sensitive, statement);
            statement.ShouldNotContain("offset");
            Regex.Count(plan, @"INDEX \w+_by_(time|end|sent|due|opening) \((\w+>\? AND )?\w+<\?\)").ShouldBe(
                Regex.Count(statement, " < @"), $"{statement}\n{plan}");
        }
    }

    [Theory]
    [InlineData("crm")]
    [InlineData("billing")]
    public async Task Population_Should_NotReadWholeTables_When_PostgreSqlPlansItOnManyPersons(string source)
    {
        test = new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
        await test.CreateTablesAsync($"{source}.sql");
        await test.ExecuteAsync(source == "crm" ? ManyCustomers : ManyAccounts);
        await test.ExecuteAsync(source == "crm" ? FewCustomers : FewAccounts);

        await foreach (var (statement, plan) in PlansAsync(source, "explain ", row: 0, PopulationAsync))
        {
            plan.ShouldContain("Index");
            plan.ShouldNotContain("Seq Scan", Case.Sensitive, statement);
        }
    }

    [Theory]
    [InlineData("crm")]
    [InlineData("billing")]
    public async Task Statements_Should_NotReadWholeTables_When_PostgreSqlPlansThemOnManyPersons(string source)
    {
        test = new PostgreSqlTestDatabase(await server.CreateDatabaseAsync());
        await test.CreateTablesAsync($"{source}.sql");
        await test.ExecuteAsync(source == "crm" ? ManyCustomers : ManyAccounts);

        await foreach (var (statement, plan) in PlansAsync(source, "explain ", row: 0))
        {
            plan.ShouldContain("Index");
            plan.ShouldNotContain("Seq Scan", Case.Sensitive, statement);
        }
    }

    private const string ManyCustomers = """
        insert into customer select 'K-' || n, 'Esimerkki', 'Eeva', null, 'code-' || n, null, 'fi', now(), now() from generate_series(1, 5000) n;
        insert into former_name select n, 'K-' || n, 'Malli', null, now() from generate_series(1, 5000) n;
        insert into email select n, 'K-' || n, 'person' || n || '@example.org', false, null, null, now() from generate_series(1, 5000) n;
        insert into phone select n, 'K-' || n, '+35840' || n, null, null, now() from generate_series(1, 5000) n;
        insert into postal_address select n, 'K-' || n, null, 'Katu ' || n, '00100', 'Helsinki', 'FI', now() from generate_series(1, 5000) n;
        insert into next_of_kin select n, 'K-' || n, 'Malli', null, null, now() from generate_series(1, 5000) n;
        insert into company_role select n, 'K-' || n, 'Oy', null, null, null, now(), null, now() from generate_series(1, 5000) n;
        insert into marketing_permission select n, 'K-' || n, 'email', true, now() from generate_series(1, 5000) n;
        insert into service_note select n, 'K-' || (n % 5000 + 1), now(), 'agent', 'note' from generate_series(1, 50000) n;
        insert into change_history select n, 'K-' || n, now(), 'agent', 'language', null, 'fi' from generate_series(1, 5000) n;
        insert into order_event select n, 'K-' || n, now(), 'web', 'ordered', 'Mobile' from generate_series(1, 5000) n;
        insert into customer_remark select n, 'K-' || n, now(), 'note' from generate_series(1, 5000) n;
        analyze;
        """;

    private const string ManyAccounts = """
        insert into account select 'A-' || n, 'K-' || n, 'Esimerkki', 'Eeva', 'code-' || n, 'person' || n || '@example.org',
            null, null, null, null, now(), now() from generate_series(1, 5000) n;
        insert into contract select 'C-' || n, 'A-' || n, 'Mobile', 'S-' || n, now(), null, now() from generate_series(1, 5000) n;
        insert into invoice select 'I-' || n, 'A-' || (n % 5000 + 1), n, now(), now(), 5, 'EUR', 'open', null, null from generate_series(1, 50000) n;
        insert into invoice_row select 'I-' || n, 1, 'Charge', 1, 5, 5 from generate_series(1, 50000) n;
        insert into payment select 'P-' || n, 'A-' || n, null, now(), 5, 'transfer' from generate_series(1, 5000) n;
        insert into collection_case select 'X-' || n, 'A-' || n, null, now(), null, 'agency', 5, 'open' from generate_series(1, 5000) n;
        analyze;
        """;

    private const string FewCustomers = """
        insert into customer values ('L-1', 'Esimerkki', 'Eeva', null, null, null, 'fi', '2011-01-01 00:00:00+00:00', '2011-01-01 00:00:00+00:00', '0');
        insert into order_event values (900001, 'L-1', '2011-01-01 00:00:00+00:00', 'web', 'ordered', 'Mobile');
        insert into customer_remark values (900001, 'L-1', '2011-01-01 00:00:00+00:00', 'note');
        insert into service_note values (900001, 'L-1', '2011-01-01 00:00:00+00:00', 'agent', 'note', '0');
        insert into marketing_permission values (900001, 'L-1', 'email', 'true', '2011-01-01 00:00:00+00:00', '0');
        insert into company_role values (900001, 'L-1', 'Oy', null, null, null, '2010-01-01', '2011-01-01', '2011-01-01 00:00:00+00:00');
        """;

    private const string FewAccounts = """
        insert into account values ('L-1', 'L-1', 'Esimerkki', 'Eeva', null, null, null, null, null, null, '2011-01-01 00:00:00+00:00', '2011-01-01 00:00:00+00:00', '0');
        insert into contract values ('L-1', 'L-1', 'Mobile', null, '2010-01-01', '2011-01-01', '2011-01-01 00:00:00+00:00');
        insert into invoice values ('L-1', 'L-1', '1', '2011-01-01', '2011-01-01', 5, 'EUR', 'open', null, '2011-01-01 00:00:00+00:00');
        insert into payment values ('L-1', 'L-1', null, '2011-01-01 00:00:00+00:00', 5, 'transfer');
        insert into collection_case values ('L-1', 'L-1', null, '2011-01-01', null, 'agency', 5, 'open');
        """;

    private IAsyncEnumerable<(string Statement, string Plan)> PlansAsync(string source, string explain, int row) =>
        PlansAsync(source, explain, row, (session, mapping) => Task.FromResult(Statements(session.Database, mapping)));

    private async IAsyncEnumerable<(string Statement, string Plan)> PlansAsync(
        string source, string explain, int row, Func<SqlSession, SqlMapping, Task<IEnumerable<Statement>>> statements)
    {
        var settings = ShippedSettings.Read($"{source}.yaml").With("database", Settings.Text(test!.ConnectionString));
        var meaning = source == "crm" ? CrmMeaning.Value : BillingMeaning.For(Settings.For(source, settings, test.Folder.Path));
        var mapping = new MappingReader(meaning).Read(settings);
        using var database = SqlDatabase.Open(mapping.Database, test.Folder.Path);
        await using var session = await database.OpenAsync(CancellationToken.None);
        foreach (var statement in await statements(session, mapping))
        {
            var lines = await session.QueryAsync(statement.Before(explain), reader => reader.GetString(row), CancellationToken.None);
            yield return (statement.Text, string.Join('\n', lines));
        }
    }

    /// <summary>Every statement that listing persons can send.</summary>
    private static async Task<IEnumerable<Statement>> PopulationAsync(SqlSession session, SqlMapping mapping)
    {
        var (before, values) = (new DateTimeOffset(2012, 1, 1, 0, 0, 0, TimeSpan.Zero), new ValueReader(mapping.TimeZone));
        List<Statement> statements = [PopulationReader.Everyone(mapping.Population, null, 101), PopulationReader.Everyone(mapping.Population, "K-17", 101)];
        foreach (var fact in mapping.Facts)
        {
            var bounds = new List<FactBound>();
            foreach (var part in fact.Parts)
            {
                bounds.Add((await FactBound.ReadAsync(session, part, before, values, CancellationToken.None)).ShouldNotBeNull());
            }

            var due = new DuePersons(bounds, before, earliest: false, values);
            statements.AddRange([due.Candidates(null, 101), due.Candidates("K-17", 101), .. bounds.Select(bound => DuePersons.Moments(bound, ["K-17"]))]);
        }

        return statements;
    }

    /// <summary>Every statement that reading a page or the facts can send.</summary>
    private static IEnumerable<Statement> Statements(SqlDatabase database, SqlMapping mapping)
    {
        string[] persons = ["K-17", "A-17"];
        foreach (var identity in mapping.Identities)
        {
            yield return PersonFinder.Lookup(identity, "code-17");
        }

        foreach (var record in mapping.Records)
        {
            yield return RecordReader.Page(database, record, persons, null, 101);
            yield return RecordReader.Page(database, record, persons, ["16"], 101);
            foreach (var rows in record.Fields.OfType<RowsMapping>())
            {
                yield return ChildReader.Rows(rows, ["I-16", "I-17"]);
            }
        }

        yield return RecordReader.Count(mapping.Records, persons);
        foreach (var part in mapping.Facts.SelectMany(fact => fact.Parts))
        {
            yield return FactReader.Rows(part, persons);
        }
    }
}
