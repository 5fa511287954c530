using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.DemoSources.Tests.Telecom;

/// <summary>One generated folder that several tests read.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory temporary = new();

    public string Path => System.IO.Path.Combine(temporary.Path, "telecom");

    public TelecomDemoOptions Options => new() { Directory = Path, People = 120, Now = Now };

    public async ValueTask InitializeAsync() =>
        await TelecomDemo.CreateAsync(Options, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        temporary.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The values of the first column of a query, as text.</summary>
    public IReadOnlyList<string> Ask(string file, string query)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={System.IO.Path.Combine(Path, file)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return values;
    }

    public IReadOnlyList<string> AskCrm(string query) => Ask(TelecomDemo.CrmFile, query);

    public IReadOnlyList<string> AskBilling(string query) => Ask(TelecomDemo.BillingFile, query);

    public string[] Lines(params string[] path) => File.ReadAllLines(System.IO.Path.Combine([Path, .. path]));
}
