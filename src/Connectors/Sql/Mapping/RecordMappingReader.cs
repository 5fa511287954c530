using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Reads one entry of <c>records</c>.</summary>
internal static class RecordMappingReader
{
    public static RecordMapping? Read(string name, SettingsCursor cursor, RecordType? known)
    {
        var type = ReadType(name, cursor, known);
        var table = cursor.RequiredTable("table");
        var key = cursor.RequiredColumns("key");
        var person = cursor.RequiredColumn("person");
        var storedAt = cursor.Column("storedAt");
        var observedAt = cursor.Column("observedAt");
        var where = cursor.Conditions();
        var fields = ReadFields(cursor, known);
        foreach (var (fieldName, field) in fields)
        {
            if (field is RowsMapping && key.Count > 1)
            {
                cursor.Mistake($"fields/{fieldName}", "rows of another table need a record with a single key column.");
            }
        }

        var writing = WritingReader.ReadRecord(cursor);
        string[] bounds = ["validFromField", "validToField", "sharedField"];
        Array.ForEach(bounds, bound => cursor.Text(bound));
        cursor.RefuseOthers();
        if (type is null || table is null || key.Count == 0 || person is null || fields.Count == 0)
        {
            return null;
        }

        var mappings = fields.Select(field => field.Mapping).ToList();
        var mapping = new RecordMapping
        {
            Type = type with
            {
                Fields = [.. mappings.Select(mapping => mapping.Field)],
                ValidFromField = Mapped(cursor, "validFromField", type.ValidFromField, FieldKind.Date, mappings),
                ValidToField = Mapped(cursor, "validToField", type.ValidToField, FieldKind.Date, mappings),
                SharedField = Mapped(cursor, "sharedField", type.SharedField, FieldKind.Boolean, mappings),
            },
            Table = table,
            Key = key,
            Person = person,
            StoredAt = storedAt,
            ObservedAt = observedAt,
            Where = where,
            Writing = writing,
            Fields = mappings,
        };
        RefuseTelling(mapping, cursor);
        return writing.Erase is EraseMode.Empty ? WithoutShells(mapping, cursor) : mapping;
    }

    // What stays of an anonymous record must stand in its own row, and be no identity.
    private static void RefuseTelling(RecordMapping mapping, SettingsCursor cursor)
    {
        foreach (var name in mapping.Writing.Anonymise ?? [])
        {
            if (mapping.Fields.FirstOrDefault(field => field.Field.Name == name) is not { } field)
            {
                cursor.Mistake("anonymise", $"'{name}' is not mapped under fields.");
            }
            else if (field is RowsMapping || field.Columns.Any(mapping.IsKey) || field.Field is { IdentityKind: not null } or { ProfileTerm: not null })
            {
                cursor.Mistake("anonymise", $"'{name}' leads to the person or stands in another table; it cannot stay.");
            }
        }
    }

    private static RecordMapping WithoutShells(RecordMapping mapping, SettingsCursor cursor)
    {
        var columns = mapping.Fields
            .SelectMany(field => field.Columns, (field, column) => (Column: column, field.Writing.ErasedText))
            .Where(held => !mapping.IsKey(held.Column))
            .ToList();
        if (columns.Count == 0)
        {
            cursor.Mistake("erase", "a record of which only the key is mapped cannot be emptied; write delete.");
            return mapping;
        }

        return mapping with { Where = [.. mapping.Where, new HeldCondition(columns[0].Column, columns)] };
    }

    /// <summary>A field that bounds the record's identities: named in the settings or by the connector, and only if it is mapped.</summary>
    private static string? Mapped(
        SettingsCursor cursor, string setting, string? known, FieldKind kind, IReadOnlyList<FieldMapping> mappings)
    {
        var name = cursor.Text(setting) ?? known;
        var fits = mappings.Any(mapping => mapping.Field.Name == name && mapping.Field.Kind == kind);
        if (!fits && cursor.Has(setting))
        {
            cursor.Mistake(setting, $"must name a mapped field of kind {Names.CamelCase(kind.ToString())}.");
        }

        return fits ? name : null;
    }

    private static RecordType? ReadType(string name, SettingsCursor cursor, RecordType? known)
    {
        var plural = cursor.Text("plural");
        var description = cursor.Text("description");
        var category = cursor.Text("category");
        var origin = cursor.Choice<DataOrigin>("origin");
        if (known is null)
        {
            var missing = new[] { ("plural", plural), ("description", description), ("category", category), ("origin", cursor.Text("origin")) }
                .Where(pair => pair.Item2 is null).Select(pair => pair.Item1).ToList();
            if (missing.Count > 0)
            {
                cursor.Mistake("", $"'{name}' is not a record type of this connector; one of your own needs also {string.Join(", ", missing)}.");
                return null;
            }
        }

        if (!Names.IsCamelCase(name) || (plural is not null && !Names.IsCamelCase(plural)))
        {
            cursor.Mistake("", "the name and plural of a record type are in camel case: a small letter, then letters and digits.");
        }

        var type = known ?? new RecordType
        {
            Name = name, PluralName = plural!, Description = description!, Category = category!, Origin = origin ?? default, Fields = [],
        };
        return type with
        {
            PluralName = plural ?? type.PluralName,
            Description = description ?? type.Description,
            Category = category ?? type.Category,
            Origin = origin ?? type.Origin,
            ThirdParty = cursor.Has("thirdParty") ? cursor.Flag("thirdParty") : type.ThirdParty,
            Identifies = cursor.Has("identifies") ? cursor.Flag("identifies") : type.Identifies,
            AtMostOne = cursor.Has("atMostOne") ? cursor.Flag("atMostOne") : type.AtMostOne,
        };
    }

    private static List<(string Name, FieldMapping Mapping)> ReadFields(SettingsCursor cursor, RecordType? known)
    {
        var fields = new List<(string Name, FieldMapping Mapping)>();
        if (cursor.RequiredMap("fields") is not { } all)
        {
            return fields;
        }

        var declared = known?.Fields ?? [];
        foreach (var name in all.OwnNames())
        {
            var field = declared.FirstOrDefault(candidate => candidate.Name == name);
            if (FieldMappingReader.Read(name, all, field) is { } mapping)
            {
                fields.Add((name, mapping));
            }
        }

        var order = declared.Select(field => field.Name).ToList();
        return [.. fields.OrderBy(field => order.IndexOf(field.Name) is var at and >= 0 ? at : order.Count)];
    }
}
