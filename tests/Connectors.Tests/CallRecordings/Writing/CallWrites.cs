using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.CallRecordings.Writing;

/// <summary>Asking for changes of calls.</summary>
internal static class CallWrites
{
    public static readonly Guid TaskId = new("0190a1b2-0000-7000-8000-000000000001");

    public static TaskKey Attempt(long fence) => new(TaskId, fence);

    public static RecordTarget Call(string key, string? field = null) => new("callRecord", key, field);

    public static ErasureRequest Erasure(
        IReadOnlyList<SubjectIdentity> identities, IReadOnlyList<RecordTarget> targets, long fence = 1) =>
        new() { Task = Attempt(fence), Identities = identities, Targets = targets };

    public static async Task<IReadOnlyList<WriteItem>> EraseAsync(
        this CallRecordingsConnector connector, SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.EraseAsync(Erasure([identity], targets), TestContext.Current.CancellationToken)).Items;

    public static async Task<IReadOnlyList<WriteItem>> RestrictAsync(
        this CallRecordingsConnector connector, SubjectIdentity identity, bool restricted, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.RestrictAsync(
            new() { Task = Attempt(1), Identities = [identity], Targets = targets, Restricted = restricted },
            TestContext.Current.CancellationToken)).Items;

    public static async Task<WriteItem> RectifyAsync(
        this CallRecordingsConnector connector, SubjectIdentity identity, RecordTarget target, string? expected, string? wanted) =>
        (await connector.RectifyAsync(
            new()
            {
                Task = Attempt(1),
                Identities = [identity],
                Corrections = [new(target, Text(expected), Text(wanted))],
            },
            TestContext.Current.CancellationToken)).Items.Single();

    public static async Task<string> KeyAsync(this CallRecordingsConnector connector, SubjectIdentity identity) =>
        (await connector.ReadAsync(identity)).Records.ShouldHaveSingleItem().Key;

    private static TextValue? Text(string? text) => text is null ? null : new(text);
}
