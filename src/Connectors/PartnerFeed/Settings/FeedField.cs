using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>A declared field and where the deliveries hold it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Columns">Its column; of a postal address one per part, null for a part that is not delivered.</param>
internal sealed record FeedField(RecordField Field, IReadOnlyList<string?> Columns)
{
    /// <summary>The columns that the deliveries must have.</summary>
    public IEnumerable<string> Needed => Columns.OfType<string>();

    /// <summary>The value of a row; null for none, also where it cannot be read.</summary>
    public FieldValue? Read(TableRow row) => Field.Kind == FieldKind.Composite
        ? Columns.Any(column => column is not null && row[column] is not null)
            ? new CompositeValue([.. Columns.Select(column => column is not null && row[column] is { } part ? new TextValue(part) : null)])
            : null
        : row[Columns[0]!] is { } text ? TableText.Value(Field.Kind, text) : null;

    /// <summary>True when the row holds something there that cannot be read.</summary>
    public bool IsUnread(TableRow row) => Field.Kind != FieldKind.Composite && row[Columns[0]!] is not null && Read(row) is null;
}
