using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Drift;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Drift;

/// <summary>A register whose notice and sources agree in everything, to be changed in one thing at a time.</summary>
internal sealed record SoundShop
{
    public Register Register { get; init; } = new()
    {
        Id = "shop",
        Name = "Shop",
        Controller = new("Shop Oy", null),
        PrimarySource = "crm",
        Categories = [new("contact", "Contact") { Statements = ["contents"] }, new("billing", "Billing")],
        Purposes = [new("service", "Service", null) { Bases = ["contract"] }],
        Precedence = ["crm"],
        Pack = PolicyPack.Empty with
        {
            Version = "v1",
            Statements =
            [
                new("contents", NoticeHeading.DataContents, [], Both("Contact data.")),
                new("kept", NoticeHeading.Retention, [], Both("Three years.")),
                new("rights", NoticeHeading.Rectification, [], Both("You may ask for correction.")),
            ],
            Bases = [new("contract", BasisKind.Contract, Both("Contract"))],
            Origins = [new("given", OriginKind.Registrant, Both("From you"))],
            Transfers = new(TransferMode.IfNecessary, true, ["contents"]),
            Recipients =
            [
                new("host", RecipientKind.Processor, Both("Host")) { Agreement = new("C-1", new(2020, 1, 2)), Categories = ["contact"] },
            ],
            Relationship = new(new Period(3, 0, 0), Both("Three years of silence"), []),
            Retention =
            [
                new("years", Both("Three years"), RetentionTrigger.RelationshipEnd, new Period(3, 0, 0)) { Statements = ["kept"] },
                new("vouchers", Both("Vouchers"), RetentionTrigger.RecordDate, new Period(6, 0, 0))
                {
                    Categories = ["billing"], DateField = "issuedOn", Law = "Accounting Act 1336/1997 2:10",
                },
            ],
            Blockers = [new("open", BlockerKind.OpenInvoice, Both("Open invoice"), Both("Payment")) { Fact = FactKinds.OpenInvoice, Article = "Art. 17(3)(e)" }],
            Formalities = [new(RegistrantRight.Rectification) { Statements = ["rights"] }, new(RegistrantRight.Erasure)],
        },
    };

    public IReadOnlyList<Source> Sources { get; init; } =
    [
        new()
        {
            Register = "shop",
            Id = "crm",
            Name = "CRM",
            ConnectorId = "crm",
            State = SourceState.Active,
            Stewardship = new() { Country = "FI", Operator = new(OperatorRole.Processor, "host", "C-1") },
            Descriptor = new()
            {
                Accepts = [],
                Facts = [FactKinds.OpenInvoice, FactKinds.LastContact],
                Abilities =
                [
                    new() { Ability = Ability.Rectification, Mode = AbilityMode.Native },
                    new() { Ability = Ability.Erasure, Mode = AbilityMode.Manual },
                ],
                RecordTypes = [TypeOf("customer", "contact", "email"), TypeOf("invoice", "billing", "issuedOn")],
            },
        },
    ];

    public static LocalText Both(string text) => new(text, text);

    public static RecordType TypeOf(string name, string category, params string[] fields) => new()
    {
        Name = name,
        PluralName = $"{name}s",
        Description = "A record.",
        Category = category,
        Origin = DataOrigin.Provided,
        Fields = [.. fields.Select(field => new RecordField { Name = field, Kind = FieldKind.Text, Description = "A field." })],
    };

    public SoundShop Pack(Func<PolicyPack, PolicyPack> change) => this with { Register = Register with { Pack = change(Register.Pack) } };

    public SoundShop Source(Func<Source, Source> change) => this with { Sources = [change(Sources[0])] };

    public SoundShop Descriptor(Func<SourceDescriptor, SourceDescriptor> change) =>
        Source(source => source with { Descriptor = change(source.Descriptor!) });

    public SoundShop Stewardship(Func<Stewardship, Stewardship> change) => Source(source => source with { Stewardship = change(source.Stewardship) });

    public IReadOnlyList<DriftFinding> Find(IEnumerable<IDriftRule>? rules = null) =>
        [.. DriftCheck.Find(new(Register, Sources), rules ?? DriftCheck.Rules)];
}
