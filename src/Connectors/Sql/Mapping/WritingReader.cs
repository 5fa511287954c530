using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Reading;
using PersonalDataHub.Connectors.Sql.Settings;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Reads what records and fields say of correcting, restricting, erasing and keeping.</summary>
internal static class WritingReader
{
    public static RecordWriting ReadRecord(SettingsCursor cursor)
    {
        var erase = cursor.Choice<EraseMode>("erase");
        var keep = cursor.Maps("keep").Select(ReadKeep).OfType<KeepRule>().ToList();
        if (keep.Count > 0 && !cursor.Has("erase"))
        {
            cursor.Mistake("keep", "says what is kept from being erased, but erase is missing.");
        }

        if (erase is EraseMode.Anonymise && !cursor.Has("anonymise"))
        {
            cursor.Mistake("erase", "to make records anonymous, name under anonymise the fields that stay.");
        }

        if (cursor.Has("anonymise") && !cursor.Has("erase"))
        {
            cursor.Mistake("anonymise", "says what stays of records made anonymous, but erase is missing.");
        }

        return new()
        {
            Anonymise = cursor.Has("anonymise") ? cursor.Texts("anonymise") : null,
            Corrections = ReadCorrections(cursor),
            Restricted = cursor.Column("restricted"),
            Erase = erase,
            Keep = keep,
        };
    }

    public static FieldWriting ReadField(SettingsCursor cursor, RecordField field)
    {
        var (row, text) = ReadErase(cursor, field);
        return new()
        {
            Corrections = ReadCorrections(cursor) ?? (cursor.Has("correct") ? [NotCorrected] : []),
            ErasedText = text,
            ErasesRow = row,
            KeepWith = cursor.Texts("keepWith"),
        };
    }

    private static CorrectionRule NotCorrected => new([], null, "The settings say that it is not corrected in this source.");

    /// <summary>Null where the settings say no or nothing.</summary>
    private static List<CorrectionRule>? ReadCorrections(SettingsCursor cursor)
    {
        if (!cursor.IsText("correct"))
        {
            var rules = cursor.Maps("correct").Select(ReadCorrection).ToList();
            return rules.Count == 0 ? null : rules;
        }

        switch (cursor.Text("correct"))
        {
            case "yes" or "true":
                return [];
            case not ("no" or "false"):
                cursor.Mistake("correct", "must be yes, no, {manual: instruction} or {refused: reason}, the latter two with where if need be.");
                break;
        }

        return null;
    }

    private static CorrectionRule ReadCorrection(SettingsCursor cursor)
    {
        var (instruction, reason) = (cursor.Text("manual"), cursor.Text("refused"));
        if (cursor.Has("manual") == cursor.Has("refused"))
        {
            cursor.Mistake("", "give either manual, an instruction, or refused, a reason.");
        }

        var rule = new CorrectionRule(cursor.Conditions(), instruction, reason);
        cursor.RefuseOthers();
        return rule;
    }

    private static KeepRule? ReadKeep(SettingsCursor cursor)
    {
        var ground = cursor.RequiredText("ground");
        var (years, from, validTo) = (ReadYears(cursor), cursor.Column("from"), cursor.Column("validTo"));
        if (cursor.Has("years") != cursor.Has("from"))
        {
            cursor.Mistake(cursor.Has("years") ? "from" : "years", "years and from belong together: so many years from the date in a column.");
        }

        if (cursor.Has("years") && cursor.Has("validTo"))
        {
            cursor.Mistake("validTo", "give either years and from or validTo, not both.");
        }

        var (where, liftedBy) = (cursor.Conditions(), cursor.Text("liftedBy"));
        cursor.RefuseOthers();
        return ground is null
            ? null
            : new() { Ground = ground, Where = where, LiftedBy = liftedBy, Years = years, From = from, ValidTo = validTo };
    }

    private static int? ReadYears(SettingsCursor cursor)
    {
        if (cursor.Text("years") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, out var years) && years is >= 1 and <= 100)
        {
            return years;
        }

        cursor.Mistake("years", "must be a whole number from 1 to 100.");
        return null;
    }

    private static (bool Row, string? Text) ReadErase(SettingsCursor cursor, RecordField field)
    {
        if (!cursor.IsMap("erase"))
        {
            var word = cursor.Text("erase");
            if (word is not (null or "row"))
            {
                cursor.Mistake("erase", "must be row (the record goes with the value) or {text: what the column then holds}.");
            }

            return (word == "row", null);
        }

        var inner = cursor.Map("erase")!;
        var text = inner.RequiredText("text");
        inner.RefuseOthers();
        var kind = field.Kind is FieldKind.Composite ? FieldKind.Text : field.Kind;
        if (text is not null && (kind is FieldKind.List || !new ValueReader(TimeZoneInfo.Utc).TryRead(kind, text, out _)))
        {
            inner.Mistake("text", $"cannot stand in a column of kind {Names.CamelCase(kind.ToString())}.");
        }

        return (false, text);
    }
}
