using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>What a web site's access logs hold.</summary>
internal static class WebAnalyticsDescriptor
{
    public const string Visit = "visit";
    public const string VisitorLink = "visitorLink";

    private const string Web = "web";

    public static SourceDescriptor For(WebAnalyticsSettings settings) => new()
    {
        RecordTypes = [VisitType, VisitorLinkType(settings)],
        Accepts =
        [
            new(IdentityKinds.CustomerNumber, settings.CustomerNumberIssuer),
            new(IdentityKinds.VisitorId),
        ],
        Abilities =
        [
            new() { Ability = Ability.Restriction, Mode = AbilityMode.Emulated, RecordTypes = [Visit, VisitorLink] },
            new() { Ability = Ability.Erasure, Mode = AbilityMode.Emulated, RecordTypes = [Visit, VisitorLink] },
        ],
    };

    private static RecordType VisitType { get; } = new()
    {
        Name = Visit,
        PluralName = "visits",
        Description = "A visit to the web site: requests of one browser without a longer pause. The server wrote down what it was "
            + "asked for, so there is nothing to correct; a visit of somebody else is erased.",
        Category = Web,
        Origin = DataOrigin.Observed,
        Fields =
        [
            Field("startedAt", FieldKind.Instant, "The first request."),
            Field("endedAt", FieldKind.Instant, "The last request."),
            Field("pageCount", FieldKind.Integer, "How many requests."),
            Field("entryPage", FieldKind.Text, "The path asked for first."),
            Field("exitPage", FieldKind.Text, "The path asked for last."),
            Field("pages", FieldKind.List, "Everything asked for, in order.") with
            {
                ItemKind = FieldKind.Composite,
                Parts =
                [
                    Field("at", FieldKind.Instant, "When."),
                    Field("path", FieldKind.Text, "What was asked for; null when the request was not understood."),
                    Field("status", FieldKind.Integer, "The HTTP status of the answer."),
                ],
            },
            Field("ipAddress", FieldKind.Text, "The network of the address at the first request: /24 of IPv4, /48 of IPv6."),
            Field("browser", FieldKind.Text, "The browser as it named itself at the first request."),
            Field("referrer", FieldKind.Text, "The page that led to the site."),
            Field("linkedAt", FieldKind.Instant, "When the browser was linked to the customer; null when it was not."),
            Field("linkReason", FieldKind.Text, "What linked it: form, login or invitation-link; null when the file does not say."),
            Field("beforeLink", FieldKind.Boolean, "True when the visit was before that link, so that somebody else may have made it."),
        ],
    };

    public static IReadOnlyList<FieldValue?> Values(Visit visit, IReadOnlyList<AccessLine> lines, AccessLineView view) =>
    [
        new InstantValue(lines[0].At),
        new InstantValue(lines[^1].At),
        new IntegerValue(lines.Count),
        Text(view.Path(lines[0])),
        Text(view.Path(lines[^1])),
        new ListValue([.. lines.Select(line => new CompositeValue(
            [new InstantValue(line.At), Text(view.Path(line)), new IntegerValue(line.Status)]))]),
        Text(view.Address(lines[0])),
        Text(lines[0].UserAgent),
        Text(view.Referrer(lines[0])),
        visit.Link is { } link ? new InstantValue(link.LinkedAt) : null,
        Text(visit.Link?.Reason),
        visit.Link is { } since ? new BooleanValue(visit.StartedAt < since.LinkedAt) : null,
    ];

    public static IReadOnlyList<FieldValue?> Values(VisitorLink link, bool shared) =>
    [
        new TextValue(link.VisitorId),
        new TextValue(link.CustomerNumber),
        new InstantValue(link.LinkedAt),
        new TextValue(link.Consent),
        new BooleanValue(shared),
        Text(link.Reason),
    ];

    private static RecordType VisitorLinkType(WebAnalyticsSettings settings) => new()
    {
        Name = VisitorLink,
        PluralName = "visitorLinks",
        Description = "A link between a browser and a customer, made with the customer's consent. A wrong link is erased, not corrected: "
            + "another link needs a consent of its own.",
        Category = Web,
        Origin = DataOrigin.Observed,
        Identifies = true,
        SharedField = "shared",
        Fields =
        [
            Field("visitorId", FieldKind.Text, "The id in the browser's cookie.") with
            {
                IdentityKind = IdentityKinds.VisitorId,
            },
            Field("customerNumber", FieldKind.Text, "The customer that the browser was linked to.") with
            {
                IdentityKind = IdentityKinds.CustomerNumber,
                IdentityIssuer = settings.CustomerNumberIssuer,
            },
            Field("linkedAt", FieldKind.Instant, "When the link was made."),
            Field("consent", FieldKind.Text, "The consent, as the link file words it.") with { Origin = DataOrigin.Provided },
            Field("shared", FieldKind.Boolean, "True when other customers are linked to the same browser."),
            Field("reason", FieldKind.Text, "What made the browser the customer's: form, login or invitation-link; null when the file does not say."),
        ],
    };

    private static TextValue? Text(string? value) => string.IsNullOrEmpty(value) ? null : new(value);

    private static RecordField Field(string name, FieldKind kind, string description) =>
        new() { Name = name, Kind = kind, Description = description };
}
