using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>A field that is to go, as the register's sources declare it.</summary>
/// <param name="RecordType">The name of its record type.</param>
/// <param name="Field">Its declaration.</param>
/// <param name="Category">Its category.</param>
internal sealed record AskedField(string RecordType, RecordField Field, string Category)
{
    /// <summary>As it is written: <c>recordType.field</c>.</summary>
    public string Name => $"{RecordType}.{Field.Name}";

    /// <summary>The fields that names stand for, and the names that stand for none.</summary>
    public static (IReadOnlyList<AskedField> Fields, IReadOnlyList<string> Unknown) Of(
        IReadOnlyList<string> names, IReadOnlyList<MergedRecordType> types)
    {
        var fields = new List<AskedField>();
        var unknown = new List<string>();
        foreach (var name in names.Distinct())
        {
            var (typeName, fieldName) = name.Split('.', 2) is [var type, var field] ? (type, field) : (name, null);
            var found = types.Where(type => type.Name == typeName).SelectMany(type => type.Sources).SelectMany(
                declared => declared.Type.Fields.Where(field => fieldName is null || field.Name == fieldName)
                    .Select(field => new AskedField(typeName, field, field.Category ?? declared.Type.Category))).ToList();
            fields.AddRange(found);
            if (found.Count == 0)
            {
                unknown.Add(name);
            }
        }

        return ([.. fields.DistinctBy(field => (field.Name, field.Category))], unknown);
    }
}
