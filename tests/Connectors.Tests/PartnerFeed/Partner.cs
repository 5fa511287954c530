using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.PartnerFeed;

namespace PersonalDataHub.Connectors.Tests.PartnerFeed;

/// <summary>A real folder of deliveries, with connectors to it.</summary>
internal sealed class Partner : IDisposable
{
    public const string Header = "id;customer_number;email;family_name;street;post_code;city;changed_on;insured";

    public static readonly SubjectIdentity Person = new(IdentityKinds.CustomerNumber, "10001", "crm");

    private readonly TemporaryDirectory directory = new();

    public Partner() => Directory.CreateDirectory(Path);

    public string Path => directory.File("updates");

    public TestTimeProvider Clock { get; } = new();

    /// <summary>Everything that the deliveries, and drafts of them, hold.</summary>
    public string Everything => string.Concat(Directory.EnumerateFiles(Path)
        .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    public string Deliver(string date, params IEnumerable<string> rows)
    {
        var file = System.IO.Path.Combine(Path, $"updates-{date}.csv");
        File.WriteAllText(file, string.Concat(rows.Prepend(Header).Select(row => row + "\r\n")), Encoding.GetEncoding("iso-8859-1"));
        return file;
    }

    public static string Row(string id, string customer = "10001", string name = "Virtanen", string email = "first@example.org", string street = "Mäkikatu 1", string changed = "", string insured = "yes") =>
        $"{id};{customer};{email};{name};\"{street}\";00100;Helsinki;{changed};{insured}";

    public SourceSettings Settings(string more = "", params IEnumerable<string> without) => new()
    {
        Register = "care",
        Source = "address-updates",
        WorkDirectory = directory.File("work"),
        BaseDirectory = directory.Path,
        Settings = SettingsYaml.Read("""
            folder: updates
            files: updates-*.csv
            separator: semicolon
            encoding: iso-8859-1
            partner: { name: Address update service, contact: updates@example.org }
            category: contact
            recordType: { name: addressUpdate, plural: addressUpdates, description: A change of name or address as an update service told it. }
            key: id
            observedAt: changed_on
            identities:
              - { kind: customerNumber, issuer: crm, column: customer_number }
              - { kind: email, column: email }
            fields:
              customerNumber: { column: customer_number, description: Customer number., identityKind: customerNumber, identityIssuer: crm }
              email: { column: email, description: E-mail address., identityKind: email, profileTerm: email }
              familyName: { column: family_name, description: Family name., profileTerm: familyName }
              address: { kind: postalAddress, columns: { street: street, postCode: post_code, city: city }, description: Postal address. }
              insured: { column: insured, kind: boolean, description: Whether an insurance is in force. }
            feeds: [crm]
            """).With(more, without),
    };

    public PartnerFeedConnector Connect(string more = "") => new(Settings(more), Clock);

    public void Dispose() => directory.Dispose();
}
