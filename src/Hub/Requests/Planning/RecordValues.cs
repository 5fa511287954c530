using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Finds in a person's file what references name.</summary>
internal static class RecordValues
{
    public static RecordField? FieldOf(this SourceFile file, RecordTarget target) =>
        file.Source.FindRecordType(target.RecordType)?.Fields.FirstOrDefault(field => field.Name == target.Field);

    public static PersonalRecord? RecordOf(this SourceFile file, RecordTarget target) =>
        file.Records.FirstOrDefault(record => record.RecordType == target.RecordType && record.Key == target.Key);

    public static FieldValue? ValueOf(this SourceFile file, RecordTarget target) =>
        file.RecordOf(target) is { } record && file.FieldOf(target) is { } field
            ? record.Values[file.Source.FindRecordType(target.RecordType)!.Fields.ToList().IndexOf(field)]
            : null;
}
