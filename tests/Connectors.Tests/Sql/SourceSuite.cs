using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.Sql;

/// <summary>What the tests of a connector over a database share; run once per kind of database.</summary>
public abstract class SourceSuite : IAsyncLifetime
{
    private TestDatabase? database;

    protected TestTimeProvider Time { get; } = new();

    protected TestDatabase Database => database!;

    protected abstract string Source { get; }

    public virtual async ValueTask InitializeAsync()
    {
        database = await NewDatabaseAsync();
        await Database.CreateTablesAsync($"{Source}.sql");
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task<TestDatabase> NewDatabaseAsync();

    /// <summary>The shipped settings, pointed at this test's database, with a change.</summary>
    private protected SourceSettings SettingsWith(string? path = null, SettingsNode? value = null)
    {
        var settings = ShippedSettings.Read($"{Source}.yaml").With("database", Settings.Text(Database.ConnectionString));
        return Settings.For(Source, path is null ? settings : settings.With(path, value), Database.Folder.Path);
    }

    protected static async Task<ReadPage> ReadAsync(IConnector connector, string[]? recordTypes, params SubjectIdentity[] identities) =>
        await connector.ReadAsync(
            new()
            {
                Identities = identities,
                RecordTypes = recordTypes ?? [.. connector.Describe().RecordTypes.Select(type => type.Name)],
            },
            CancellationToken.None);

    protected static async Task<List<ReadPage>> ReadPagesAsync(IConnector connector, int pageSize, params SubjectIdentity[] identities)
    {
        var pages = new List<ReadPage>();
        var request = new ReadRequest
        {
            Identities = identities,
            RecordTypes = [.. connector.Describe().RecordTypes.Select(type => type.Name)],
            PageSize = pageSize,
        };
        do
        {
            pages.Add(await connector.ReadAsync(request with { PageToken = pages.LastOrDefault()?.NextPageToken }, CancellationToken.None));
        }
        while (pages[^1].NextPageToken is not null);
        return pages;
    }

    /// <summary>The value of a record's field by name, as the type that it is.</summary>
    protected static object? Value(IConnector connector, PersonalRecord record, string field)
    {
        var fields = connector.Describe().RecordTypes.Single(type => type.Name == record.RecordType).Fields;
        return Plain(record.Values[fields.Index().Single(candidate => candidate.Item.Name == field).Index]);
    }

    protected static object? Plain(FieldValue? value) => value switch
    {
        null => null,
        TextValue text => text.Value,
        BooleanValue truth => truth.Value,
        DecimalValue number => number.Value,
        DateValue date => date.Value,
        InstantValue moment => moment.Value,
        CompositeValue parts => parts.Parts.Select(Plain).ToArray(),
        ListValue list => list.Items.Select(Plain).ToArray(),
        _ => value,
    };
}
