using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

/// <summary>What the tests of changing a database share.</summary>
public abstract class WritingSuite : SourceSuite
{
    protected static FieldCorrection Correction(RecordTarget target, FieldValue? expected, FieldValue? newValue) =>
        new(target, expected, newValue);

    protected static async Task<IReadOnlyList<WriteItem>> RectifyAsync(
        ISupportsRectification source, SubjectIdentity person, params FieldCorrection[] corrections) =>
        (await source.RectifyAsync(
            new() { Task = Key(), Identities = [person], Corrections = corrections }, CancellationToken.None)).Items;

    protected static async Task<WriteItem> RectifyAsync(
        ISupportsRectification source, SubjectIdentity person, RecordTarget target, FieldValue? expected, FieldValue? newValue) =>
        (await RectifyAsync(source, person, Correction(target, expected, newValue))).ShouldHaveSingleItem();

    protected static async Task<IReadOnlyList<WriteItem>> RestrictAsync(
        ISupportsRestriction source, SubjectIdentity person, bool restricted, params RecordTarget[] targets) =>
        (await source.RestrictAsync(
            new() { Task = Key(), Identities = [person], Targets = targets, Restricted = restricted }, CancellationToken.None)).Items;

    protected static async Task<IReadOnlyList<WriteItem>> EraseAsync(
        ISupportsErasure source, SubjectIdentity person, params RecordTarget[] targets) =>
        (await source.EraseAsync(
            new() { Task = Key(), Identities = [person], Targets = targets }, CancellationToken.None)).Items;

    protected static async Task<IReadOnlyList<WriteItem>> PreviewAsync(
        ISupportsErasure source, SubjectIdentity person, params RecordTarget[] targets) =>
        (await source.PreviewErasureAsync(
            new() { Task = Key(), Identities = [person], Targets = targets }, CancellationToken.None)).Items;

    /// <summary>Every record that the source gives of the person, as targets.</summary>
    protected static async Task<RecordTarget[]> EverythingAsync(IConnector source, SubjectIdentity person) =>
        [.. (await ReadPagesAsync(source, 100, person)).SelectMany(page => page.Records).Select(record => new RecordTarget(record.RecordType, record.Key))];

    protected static async Task<PersonalRecord?> FindAsync(IConnector source, SubjectIdentity person, RecordTarget target) =>
        (await ReadAsync(source, [target.RecordType], person)).Records.FirstOrDefault(record => record.Key == target.Key);

    /// <summary>All rows of the tables, with the person's own left out.</summary>
    protected async Task<IReadOnlyList<string>> OthersAsync(string column, string person, params string[] tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
        {
            rows.AddRange((await Database.RowsAsync($"select * from {table} where {column} <> '{person}'")).Select(row => $"{table}: {row}"));
        }

        return rows;
    }

    private static TaskKey Key() => new(Guid.CreateVersion7(), 1);
}
