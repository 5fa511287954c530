using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Compares what a source holds with what was asked of it.</summary>
internal sealed class ReadBack(RegistrantFileReader reader, KnownIdentityKinds kinds, ValueTag tags)
{
    /// <summary>Reads the source by the task's identities, and by those that its corrections give the person.</summary>
    public Task<SourceFile> ReadAsync(Source source, TaskWork work, TimeSpan waitAtMost, CancellationToken cancellationToken) =>
        reader.ReadSourceAsync(source, [.. work.Identities.Concat(Corrected(source, work)).Distinct()], waitAtMost, cancellationToken);

    /// <summary>What a reading says of an item.</summary>
    public Proof Of(Source source, DataSubjectRequestKind kind, WorkItem item, SourceFile file)
    {
        // An answer from before, such as last week's export, tells nothing of what was done since.
        if (file.Status is not (ReadingStatus.Answered or ReadingStatus.NothingFound) || file.AsOf < item.OutcomeAt)
        {
            return Proof.None;
        }

        var record = file.Records.FirstOrDefault(
            record => record.RecordType == item.Target.RecordType && record.Key == item.Target.Key);
        return kind switch
        {
            DataSubjectRequestKind.Erasure => record is null ? Proof.Done : Holds(source, item, record, null),
            DataSubjectRequestKind.Rectification when record is null => item.NewValue is null ? Proof.Done : Proof.None,
            DataSubjectRequestKind.Rectification => Holds(source, item, record, item.NewValue),
            _ when record is null => Proof.None,
            DataSubjectRequestKind.Restriction => record.Restricted ? Proof.Done : Proof.NotDone,
            _ => record.Restricted ? Proof.NotDone : Proof.Done,
        };
    }

    private Proof Holds(Source source, WorkItem item, PersonalRecord record, FieldValue? wanted)
    {
        if (item.Target.Field is not { } field)
        {
            return Proof.NotDone;
        }

        return OrdinalOf(source, record.RecordType, field) is { } ordinal
            ? TagOf(record.Values[ordinal]) == TagOf(wanted) ? Proof.Done : Proof.NotDone
            : Proof.None;

        string TagOf(FieldValue? value) => tags.Of(source.Id, record.RecordType, record.Key, field, value);
    }

    // A record whose number or address was corrected may be found by the new one only.
    private IEnumerable<SubjectIdentity> Corrected(Source source, TaskWork work)
    {
        foreach (var item in work.Items)
        {
            if (item is { NewValue: TextValue text, Target.Field: { } name }
                && OrdinalOf(source, item.Target.RecordType, name) is { } ordinal
                && source.FindRecordType(item.Target.RecordType)!.Fields[ordinal] is { IdentityKind: { } kind, ThirdParty: false } field
                && kinds.TryRead(kind, text.Value, field.IdentityIssuer ?? source.Id, out var identity, out _))
            {
                yield return identity!;
            }
        }
    }

    private static int? OrdinalOf(Source source, string recordType, string field) =>
        source.FindRecordType(recordType)?.Fields.Index().Where(candidate => candidate.Item.Name == field)
            .Select(candidate => (int?)candidate.Index).FirstOrDefault();
}
