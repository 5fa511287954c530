using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Gives fields of record types their GraphQL types and reads their values.</summary>
internal sealed class RecordFieldTypes(DownloadAddresses downloads)
{
    /// <summary>The rule of everything that connectors bring.</summary>
    public static FieldRule Rule { get; } = new(Policies.Person);

    /// <summary>The fields that every record has.</summary>
    public static IReadOnlyList<ObjectFieldConfiguration> Common { get; } =
    [
        Read("id", "ID!", "Names the record; opaque and stable.", record => record.Id),
        Read("recordType", "ID!", "The name of its type.", record => record.RecordType),
        Read("source", "Source!", "The source that holds it.", record => new SourceNode(record.Source)),
        Read("storedAt", "DateTime", "When the source stored it.", record => record.StoredAt),
        Read("observedAt", "DateTime", "When what it tells happened.", record => record.ObservedAt),
        Read("fields", "[PersonalField!]!", "Every value with its reference, tag and passport, or why it is withheld.", record => record.Fields),
    ];

    /// <summary>A name with a capital first letter.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The typed field of a record type.</summary>
    public ObjectFieldConfiguration Field(string owner, MergedField field) => new()
    {
        // A field named like one that every record has stands beside it under a longer name.
        Name = Common.Any(common => common.Name == field.Name) ? $"{field.Name}Value" : field.Name,
        Type = TypeOf(owner, field.Name, field.Kind, field.ItemKind),
        Description = field.Description,
        PureResolver = context =>
        {
            var record = context.Parent<HeldRecord>();
            return record.Value(field.Name) is { } value ? ValueOf(context, record, field.Name, value) : null;
        },
    };

    /// <summary>The types of composite fields of a record type.</summary>
    public IEnumerable<TypeConfiguration> PartsOf(MergedRecordType type, string owner) =>
        from field in type.Fields
        where field.Parts.Count > 0
        select new ObjectTypeConfiguration(
            PartName(owner, field.Name, field.Kind), field.Description, [.. field.Parts.Select((part, ordinal) => Part(part, ordinal))]) { Rule = Rule };

    private static ObjectFieldConfiguration Part(RecordField part, int ordinal) => new()
    {
        Name = part.Name,
        Type = TypeOf(string.Empty, part.Name, part.Kind, part.ItemKind),
        Description = part.Description,
        PureResolver = context => context.Parent<CompositeValue>().Parts[ordinal] is { } value ? Plain(value) : null,
    };

    private static string TypeOf(string owner, string name, FieldKind kind, FieldKind? itemKind) => kind switch
    {
        FieldKind.Text => "String",
        FieldKind.Integer => "Long",
        FieldKind.Decimal => "Decimal",
        FieldKind.Boolean => "Boolean",
        FieldKind.Date => "Date",
        FieldKind.Instant => "DateTime",
        FieldKind.Duration => "Duration",
        FieldKind.Media => "Recording",
        FieldKind.Composite => PartName(owner, name, kind),
        FieldKind.List when itemKind == FieldKind.Composite => $"[{PartName(owner, name, kind)}!]",
        FieldKind.List => $"[{TypeOf(owner, name, itemKind ?? FieldKind.Text, null)}!]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The set of kinds is closed."),
    };

    // The parts of invoice.rows are of type InvoiceRow.
    private static string PartName(string owner, string name, FieldKind kind) =>
        owner + Pascal(kind == FieldKind.List && name.EndsWith('s') ? name[..^1] : name);

    private object? ValueOf(IResolverContext context, HeldRecord record, string field, FieldValue value) => value is MediaValue media
        ? new Recording(media.ContentType, media.Length, downloads.For(record, field, media, PurposeGate.PurposeOf(context)))
        : Plain(value);

    private static object? Plain(FieldValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue integer => integer.Value,
        DecimalValue number => number.Value,
        BooleanValue truth => truth.Value,
        DateValue date => date.Value,
        InstantValue instant => instant.Value,
        DurationValue duration => duration.Value,
        CompositeValue composite => composite,
        ListValue list => list.Items.Select(Plain).ToList(),
        _ => null,
    };

    private static ObjectFieldConfiguration Read(string name, string type, string description, Func<HeldRecord, object?> read) =>
        new() { Name = name, Type = type, Description = description, PureResolver = context => read(context.Parent<HeldRecord>()) };
}
