using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Reads one entry of <c>fields</c>: a column's name, or a map that says more.</summary>
internal static class FieldMappingReader
{
    public static FieldMapping? Read(string name, SettingsCursor fields, RecordField? known)
    {
        if (!Names.IsCamelCase(name))
        {
            fields.Mistake(name, "a field's name is in camel case: a small letter, then letters and digits.");
        }

        if (!fields.IsMap(name))
        {
            if (known is null)
            {
                fields.Mistake(name, $"'{name}' is not a field that this connector knows; one of your own needs column, kind and description.");
            }
            else if (known.Kind is FieldKind.Composite or FieldKind.List)
            {
                fields.Mistake(name, known.Kind is FieldKind.List
                    ? "a list needs table, parent, order and column or parts."
                    : $"needs parts, each with its column: {PartNames(known)}.");
            }

            return fields.Column(name) is { } column && known is not null ? new ColumnMapping(known, column) : null;
        }

        var cursor = fields.Map(name)!;
        var field = ReadField(name, cursor, known);
        var mapping = field is null ? null : ReadPlace(cursor, field);
        if (field is null)
        {
            return mapping;
        }

        var writing = WritingReader.ReadField(cursor, field);
        cursor.RefuseOthers();
        return mapping is null ? null : mapping with { Writing = writing };
    }

    private static RecordField? ReadField(string name, SettingsCursor cursor, RecordField? known)
    {
        var kind = cursor.Choice<FieldKind>("kind");
        var description = cursor.Text("description");
        if (known is null && (!cursor.Has("kind") || description is null))
        {
            cursor.Mistake("", $"'{name}' is not a field that this connector knows; one of your own needs kind and description.");
            return null;
        }

        if (known is not null && kind is not null && kind != known.Kind)
        {
            cursor.Mistake("kind", $"this connector's '{name}' is {Names.CamelCase(known.Kind.ToString())}; leave kind out.");
        }

        if (kind is FieldKind.Media)
        {
            cursor.Mistake("kind", "a database field cannot be media.");
        }

        var field = known ?? new RecordField { Name = name, Kind = kind ?? FieldKind.Text, Description = description! };
        field = field with
        {
            Description = description ?? field.Description,
            Category = cursor.Text("category") ?? field.Category,
            Origin = cursor.Choice<DataOrigin>("origin") ?? field.Origin,
            ThirdParty = cursor.Has("thirdParty") ? cursor.Flag("thirdParty") : field.ThirdParty,
            IdentityKind = cursor.Text("identityKind") ?? field.IdentityKind,
            IdentityIssuer = cursor.Text("identityIssuer") ?? field.IdentityIssuer,
            ProfileTerm = cursor.Text("profileTerm") ?? field.ProfileTerm,
            ItemKind = cursor.Choice<FieldKind>("itemKind") ?? field.ItemKind,
        };
        if (field.Kind is FieldKind.List && field.ItemKind is null)
        {
            cursor.Mistake("itemKind", "a list says the kind of its items.");
        }

        return known is null && cursor.Map("parts") is { } parts ? field with { Parts = ReadParts(parts) } : field;
    }

    /// <summary>Parts of an undeclared field: each a map with column, kind and description.</summary>
    private static IReadOnlyList<RecordField> ReadParts(SettingsCursor parts) =>
        [.. parts.OwnNames().Select(name => new RecordField
        {
            Name = name,
            Kind = (parts.IsMap(name) ? parts.Map(name)!.Choice<FieldKind>("kind") : null) ?? FieldKind.Text,
            Description = (parts.IsMap(name) ? parts.Map(name)!.Text("description") : null) ?? name,
        })];

    private static FieldMapping? ReadPlace(SettingsCursor cursor, RecordField field)
    {
        switch (field.Kind)
        {
            case FieldKind.Composite:
                return new PartsMapping(field, ReadPartColumns(cursor, field));
            case FieldKind.List:
                var table = cursor.RequiredTable("table");
                var parent = cursor.RequiredColumn("parent");
                var order = cursor.RequiredColumn("order");
                var columns = field.ItemKind is FieldKind.Composite
                    ? ReadPartColumns(cursor, field)
                    : [cursor.RequiredColumn("column")];
                return table is null || parent is null || order is null ? null : new RowsMapping(field, table, parent, order, columns);
            default:
                return cursor.RequiredColumn("column") is { } column ? new ColumnMapping(field, column) : null;
        }
    }

    private static List<string?> ReadPartColumns(SettingsCursor cursor, RecordField field)
    {
        if (cursor.RequiredMap("parts") is not { } parts)
        {
            return [];
        }

        foreach (var name in parts.OwnNames().Where(name => field.Parts.All(part => part.Name != name)))
        {
            parts.Mistake(name, $"'{name}' is not a part of {field.Name}; its parts are {PartNames(field)}.");
        }

        return [.. field.Parts.Select(part => ReadPartColumn(parts, part.Name))];
    }

    private static string? ReadPartColumn(SettingsCursor parts, string name)
    {
        if (!parts.IsMap(name))
        {
            return parts.Column(name);
        }

        var part = parts.Map(name)!;
        part.Choice<FieldKind>("kind");
        part.Text("description");
        var column = part.RequiredColumn("column");
        part.RefuseOthers();
        return column;
    }

    private static string PartNames(RecordField field) => string.Join(", ", field.Parts.Select(part => part.Name));
}
