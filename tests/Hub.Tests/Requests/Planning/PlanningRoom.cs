using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

/// <summary>A register, and files of one artificial person as sources would give them.</summary>
internal sealed class PlanningRoom : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public PlanningRoom()
    {
        var master = MasterKey.Load(folder.File("keys", "master.key"), databaseExists: false, tolerateOpenFile: true);
        (Tags, Blinds) = (new ValueTag(master), new BlindIndex(master));
        Seal = new RecordSeal(new OpaqueIds(master), Tags);
    }

    public ValueTag Tags { get; }

    public BlindIndex Blinds { get; }

    public RecordSeal Seal { get; }

    public KnownIdentityKinds Kinds { get; } = new(allowArtificialIdentityCodes: true, new TestTimeProvider());

    public Guid Registrant { get; } = Guid.Parse("6f2b8c3e-0000-4000-8000-000000000001");

    public static Register Register { get; } = new()
    {
        Id = "shop",
        Name = "Shop",
        Controller = new("Shop Oy", null),
        PrimarySource = "crm",
        Categories = [new("contact", "Contact"), new("web", "Web")],
        Purposes =
        [
            new("service", "Service", new HashSet<string> { "contact" }),
            new("marketing", "Marketing", new HashSet<string> { "contact", "web" }),
            new("rights", "Rights", null),
        ],
        Precedence = [],
    };

    public static RecordType Person { get; } = new()
    {
        Name = "person",
        PluralName = "persons",
        Description = "A person.",
        Category = "contact",
        Origin = DataOrigin.Provided,
        Identifies = true,
        Fields =
        [
            new() { Name = "number", Kind = FieldKind.Text, Description = "Number.", IdentityKind = IdentityKinds.CustomerNumber },
            new() { Name = "email", Kind = FieldKind.Text, Description = "E-mail.", IdentityKind = IdentityKinds.Email, ProfileTerm = ProfileTerms.Email },
            new() { Name = "since", Kind = FieldKind.Date, Description = "Since." },
            new() { Name = "page", Kind = FieldKind.Text, Description = "Page.", Category = "web" },
        ],
    };

    public static Source SourceOf(string id, params AbilityDescription[] abilities) => new()
    {
        Register = "shop",
        Id = id,
        Name = id,
        ConnectorId = id,
        State = SourceState.Active,
        Descriptor = new() { RecordTypes = [Person], Accepts = [new(IdentityKinds.CustomerNumber, "crm")], Abilities = abilities },
    };

    public static AbilityDescription Can(Ability ability, AbilityMode mode = AbilityMode.Native) => new() { Ability = ability, Mode = mode };

    public static PersonalRecord Record(string key, string? email = "aino@example.org") => new()
    {
        RecordType = "person",
        Key = key,
        Values = [new TextValue(key), email is null ? null : new TextValue(email), new DateValue(new(2020, 1, 2)), new TextValue("/shoes")],
        FoundBy = [0],
    };

    public static SourceFile FileOf(Source source, params PersonalRecord[] records) => new()
    {
        Source = source,
        Identities = [new(IdentityKinds.CustomerNumber, "1001", "crm")],
        Records = records,
        Status = records.Length > 0 ? ReadingStatus.Answered : ReadingStatus.NothingFound,
    };

    public RegistrantFile Whole(params SourceFile[] files) => new(
        new() { Id = Registrant, Register = "shop", Identities = [new(IdentityKinds.CustomerNumber, "1001", "crm")], Links = [], Separations = [] },
        files,
        []);

    public string Ref(string source, string key, string? field = null) => Seal.Ref(SourceOf(source), new("person", key, field));

    public string Tag(string source, string key, string field, FieldValue value) => Seal.Tag(SourceOf(source), new("person", key, field), value);

    public void Dispose() => folder.Dispose();
}
