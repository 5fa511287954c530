using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>What a paper archive holds.</summary>
internal static class PaperDescriptor
{
    public const string Document = "paperDocument";

    /// <summary>The fields that the index tells of a document and that its custodian can correct.</summary>
    public static IReadOnlyList<string> Correctable { get; } = ["place", "kind", "firstDate", "lastDate", "handledOn"];

    /// <summary>The fields that the settings tell of the archive.</summary>
    public static IReadOnlyList<string> OfTheArchive { get; } = ["location", "custodian", "custodianContact", "locked", "fireSafe", "access"];

    public static SourceDescriptor For(PaperSettings settings) => new()
    {
        RecordTypes = [DocumentType(settings)],
        Accepts = [new(IdentityKinds.CustomerNumber, settings.CustomerNumberIssuer)],
        Abilities =
        [
            .. new[] { Ability.Rectification, Ability.Restriction, Ability.Erasure }.Select(ability => new AbilityDescription
            {
                Ability = ability, Mode = AbilityMode.Manual, RecordTypes = [Document], Delay = settings.HandledWithin,
            }),
        ],
    };

    /// <summary>The values of a record, in the order of the declared fields.</summary>
    public static IReadOnlyList<FieldValue?> Values(PaperSettings settings, PaperDocument document) =>
    [
        new TextValue(document.Number),
        Text(document.Kind),
        new TextValue(document.Customer),
        new TextValue(settings.Location),
        Text(document.Place),
        Day(document.From),
        Day(document.To),
        Day(document.Handled),
        new TextValue(settings.Custodian),
        new TextValue(settings.CustodianContact),
        new BooleanValue(settings.Locked && document.PutAway),
        new BooleanValue(settings.FireSafe && document.PutAway),
        new TextValue(settings.Access),
    ];

    private static RecordType DocumentType(PaperSettings settings) => new()
    {
        Name = Document,
        PluralName = "paperDocuments",
        Description = "A folder or document of a paper archive.",
        Category = settings.Category,
        Origin = DataOrigin.Provided,
        Fields =
        [
            Field("number", FieldKind.Text, "The archive's own number of the folder or document."),
            Field("kind", FieldKind.Text, "What it is, such as a contract or a feedback form."),
            Field("customerNumber", FieldKind.Text, "The customer number of the person it is about.") with
            {
                IdentityKind = IdentityKinds.CustomerNumber,
                IdentityIssuer = settings.CustomerNumberIssuer,
            },
            Field("location", FieldKind.Text, "The room or building of the archive."),
            Field("place", FieldKind.Text, "The shelf mark."),
            Field("firstDate", FieldKind.Date, "The first day that it is about."),
            Field("lastDate", FieldKind.Date, "The last day that it is about."),
            Field("handledOn", FieldKind.Date, "When it was first handled and put into the archive; null while it waits."),
            Field("custodian", FieldKind.Text, "Who looks after the archive, as a role."),
            Field("custodianContact", FieldKind.Text, "How to reach the custodian."),
            Field("locked", FieldKind.Boolean, "Whether it lies in a locked place; not before it was first handled."),
            Field("fireSafe", FieldKind.Boolean, "Whether it lies in a place safe from fire; not before it was first handled."),
            Field("access", FieldKind.Text, "Who may enter the archive."),
        ],
    };

    private static RecordField Field(string name, FieldKind kind, string description) =>
        new() { Name = name, Kind = kind, Description = description };

    private static TextValue? Text(string? value) => value is null ? null : new(value);

    private static DateValue? Day(DateOnly? value) => value is { } day ? new(day) : null;
}
