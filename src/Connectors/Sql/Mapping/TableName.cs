using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>A table or view, with its schema where it is named.</summary>
internal sealed record TableName(string? Schema, string Name)
{
    public static TableName? Parse(string text) => text.Split('.') switch
    {
        [var name] when Names.IsIdentifier(name) => new(null, name),
        [var schema, var name] when Names.IsIdentifier(schema) && Names.IsIdentifier(name) => new(schema, name),
        _ => null,
    };

    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
