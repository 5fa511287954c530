using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.CallRecordings;

/// <summary>Asking for calls and looking at the answer by field name.</summary>
internal static class Calls
{
    public static SubjectIdentity Customer(string number) => new(IdentityKinds.CustomerNumber, number, "crm");

    public static SubjectIdentity Phone(string number, DateOnly? from = null, DateOnly? to = null) =>
        new(IdentityKinds.Phone, number, null, from, to);

    public static ReadRequest By(params IReadOnlyList<SubjectIdentity> identities) =>
        new() { Identities = identities, RecordTypes = ["callRecord"] };

    public static Task<ReadPage> ReadAsync(
        this CallRecordingsConnector connector, params IReadOnlyList<SubjectIdentity> identities) =>
        connector.ReadAsync(By(identities), TestContext.Current.CancellationToken);

    public static FieldValue? Of(this PersonalRecord record, SourceDescriptor descriptor, string field)
    {
        var type = descriptor.RecordTypes.Single(type => type.Name == record.RecordType);
        record.Values.Count.ShouldBe(type.Fields.Count);
        return record.Values[type.Fields.ToList().FindIndex(one => one.Name == field)];
    }

    public static string? Text(this PersonalRecord record, SourceDescriptor descriptor, string field) =>
        (record.Of(descriptor, field) as TextValue)?.Value;

    public static DateTimeOffset? Instant(this PersonalRecord record, SourceDescriptor descriptor, string field) =>
        (record.Of(descriptor, field) as InstantValue)?.Value;
}
