using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;
using PersonalDataHub.Connectors.Sql.Writing;

namespace PersonalDataHub.Connectors.Sql;

/// <summary>Reads and changes a database, on SQLite or PostgreSQL, through a mapping; a connector gives it its meaning.</summary>
public abstract class SqlConnector
    : IConnector, ISupportsFacts, ISupportsPopulation, ISupportsRectification, ISupportsRestriction, ISupportsErasure, IDisposable
{
    private readonly string source;
    private readonly SqlMapping mapping;
    private readonly TimeProvider time;
    private readonly SqlDatabase database;
    private readonly ValueReader values;
    private readonly PersonFinder finder;
    private readonly SqlWriter writer;

    /// <param name="settings">The source's settings.</param>
    /// <param name="meaning">What the connector knows before it sees a database.</param>
    /// <param name="time">Tells now and today.</param>
    /// <exception cref="SourceException">The settings have mistakes, which <see cref="Validate"/> lists.</exception>
    internal SqlConnector(SourceSettings settings, SqlMeaning meaning, TimeProvider time)
    {
        var reader = new MappingReader(meaning);
        mapping = reader.Read(settings.Settings);
        if (reader.Mistakes is [var first, ..])
        {
            throw new SourceException(FailureKind.Configuration, $"The settings cannot be used: {first.Path}: {first.Message}");
        }

        this.time = time;
        source = settings.Source;
        database = SqlDatabase.Open(mapping.Database, settings.BaseDirectory);
        values = new(mapping.TimeZone);
        finder = new(mapping, settings.Source, values, time);
        writer = new(mapping, database, finder, values, time);
    }

    internal static IReadOnlyList<SettingsMistake> Validate(SourceSettings settings, SqlMeaning meaning)
    {
        var reader = new MappingReader(meaning);
        reader.Read(settings.Settings);
        return reader.Mistakes;
    }

    /// <inheritdoc/>
    public SourceDescriptor Describe() => new()
    {
        RecordTypes = [.. mapping.Records.Select(record => record.Type)],
        Accepts = [.. mapping.Identities.Select(identity => (identity.Kind, identity.Issuer)).Distinct()
            .Select(identity => new AcceptedIdentity(identity.Kind, identity.Issuer))],
        Abilities = [.. SqlAbilities.Of(mapping)],
        Facts = [.. mapping.Facts.Select(fact => fact.Name)],
    };

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenAsync(cancellationToken);
            return await new ShapeCheck(mapping).CheckAsync(session, cancellationToken);
        }
        catch (SourceException exception)
        {
            return CheckResult.Unfit(exception.Kind, exception.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var (asOf, gaps) = (time.GetUtcNow(), new Gaps());
        await using var session = await database.OpenAsync(cancellationToken);
        var persons = await finder.FindAsync(session, request.Identities, gaps, cancellationToken);
        return await new RecordReader(mapping, values).ReadAsync(session, request, persons, asOf, gaps, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var wanted = request.Facts.Select(name => mapping.Facts.FirstOrDefault(fact => fact.Name == name)
            ?? throw new SourceException(FailureKind.System, $"The source does not tell the fact '{name}'.")).ToList();
        await using var session = await database.OpenAsync(cancellationToken);
        var persons = await finder.FindAsync(session, request.Identities, new Gaps(), cancellationToken);
        var facts = new List<SourceFact>();
        foreach (var fact in wanted)
        {
            facts.Add(await new FactReader(values).ReadAsync(session, fact, persons, asOf, cancellationToken));
        }

        return new(facts, asOf);
    }

    /// <inheritdoc/>
    public async Task<PopulationPage> ReadPopulationAsync(PopulationRequest request, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await new PopulationReader(mapping, source, values).ReadAsync(session, request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken) =>
        writer.RectifyAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) =>
        writer.RestrictAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        writer.PreviewErasureAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        writer.EraseAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }
}
