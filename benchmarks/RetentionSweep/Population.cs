using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.RetentionSweep;

/// <summary>Two systems of an invented shop, in SQLite: customers with a visit each, and an account with an invoice each.</summary>
internal sealed class Population(string folder, int people)
{
    private const int Shown = 1_000_000;

    public int People => people;

    /// <summary>Writes everybody; the latest visit and invoice of everybody lie within the last year.</summary>
    public void Write()
    {
        using (var crm = Open("crm"))
        {
            Run(crm, "create table customer (number text primary key, name text) without rowid");
            Run(crm, "create table visit (id integer primary key, number text, visited_at text)");
            Run(crm, $"with recursive n(i) as (select 1 union all select i + 1 from n where i < {people}) insert into customer select {Number("i")}, 'Name ' || i from n");
            Run(crm, $"with recursive n(i) as (select 1 union all select i + 1 from n where i < {people}) insert into visit select i, {Number("i")}, {Day("visited", 300)} from n");
            Run(crm, "create index visit_number on visit (number); create index visit_at on visit (visited_at)");
        }

        using var billing = Open("billing");
        Run(billing, "create table account (account text primary key, number text) without rowid");
        Run(billing, "create table invoice (id integer primary key, account text, issued_on text, total integer)");
        Run(billing, $"with recursive n(i) as (select 1 union all select i + 1 from n where i < {people}) insert into account select 'A' || {Number("i")}, {Number("i")} from n");
        Run(billing, $"with recursive n(i) as (select 1 union all select i + 1 from n where i < {people}) insert into invoice select i, 'A' || {Number("i")}, {Day("issued", 300)}, 4200 from n");
        Run(billing, "create index account_number on account (number); create index invoice_account on invoice (account); create index invoice_on on invoice (issued_on)");
    }

    /// <summary>Makes the first so many people's latest visit and invoice ten years old, and everybody else's fresh.</summary>
    public void MakeDue(int count)
    {
        foreach (var (database, table, column) in ((string, string, string)[])[("crm", "visit", "visited_at"), ("billing", "invoice", "issued_on")])
        {
            using var connection = Open(database);
            Run(connection, $"update {table} set {column} = date('now', '-10 years') where id <= {count} and {column} > date('now', '-5 years')");
            Run(connection, $"update {table} set {column} = date('now', '-30 days') where id > {count} and {column} < date('now', '-5 years')");
        }
    }

    private static string Number(string column) => string.Create(CultureInfo.InvariantCulture, $"({column} + {Shown})");

    private static string Day(string seed, int days) => $"date('now', '-' || ((i * {seed.Length + 11}) % {days}) || ' days')";

    private SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, database)}.db;Pooling=False");
        connection.Open();
        Run(connection, "pragma journal_mode = wal; pragma synchronous = off");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
