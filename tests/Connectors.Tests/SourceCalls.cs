using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests;

/// <summary>Asking a connector as the hub does.</summary>
internal static class SourceCalls
{
    public static readonly Guid TaskId = new("0190a1b2-0000-7000-8000-000000000002");

    public static Task<ReadPage> ReadAsync(this IConnector connector, params IReadOnlyList<SubjectIdentity> identities) =>
        connector.ReadPageAsync(100, null, identities);

    public static Task<ReadPage> ReadPageAsync(this IConnector connector, int size, string? token, params IReadOnlyList<SubjectIdentity> identities) =>
        connector.ReadAsync(
            new ReadRequest
            {
                Identities = identities,
                RecordTypes = [.. connector.Describe().RecordTypes.Select(type => type.Name)],
                PageSize = size,
                PageToken = token,
            },
            TestContext.Current.CancellationToken);

    /// <summary>The value of a record's field, as its declared name.</summary>
    public static FieldValue? Value(this IConnector connector, PersonalRecord record, string field)
    {
        var fields = connector.Describe().RecordTypes.Single(type => type.Name == record.RecordType).Fields;
        record.Values.Count.ShouldBe(fields.Count);
        return record.Values[fields.Select(one => one.Name).ToList().IndexOf(field)];
    }

    public static string? Text(this IConnector connector, PersonalRecord record, string field) => (connector.Value(record, field) as TextValue)?.Value;

    public static async Task<IReadOnlyList<WriteItem>> EraseAsync(
        this ISupportsErasure connector, SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.EraseAsync(Erasure(1, identity, targets), TestContext.Current.CancellationToken)).Items;

    public static async Task<IReadOnlyList<WriteItem>> PreviewAsync(
        this ISupportsErasure connector, SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.PreviewErasureAsync(Erasure(1, identity, targets), TestContext.Current.CancellationToken)).Items;

    public static ErasureRequest Erasure(long fence, SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        new() { Task = new(TaskId, fence), Identities = [identity], Targets = targets };

    public static async Task<IReadOnlyList<WriteItem>> RestrictAsync(
        this ISupportsRestriction connector, bool restricted, SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.RestrictAsync(
            new() { Task = new(TaskId, 1), Identities = [identity], Targets = targets, Restricted = restricted },
            TestContext.Current.CancellationToken)).Items;

    public static async Task<WriteItem> RectifyAsync(
        this ISupportsRectification connector, SubjectIdentity identity, RecordTarget target, FieldValue? expected, FieldValue? wanted) =>
        (await connector.RectifyAsync(
            new() { Task = new(TaskId, 1), Identities = [identity], Corrections = [new(target, expected, wanted)] },
            TestContext.Current.CancellationToken)).Items.ShouldHaveSingleItem();
}
