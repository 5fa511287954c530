using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Paper;

namespace PersonalDataHub.Connectors.Tests.Paper;

/// <summary>A real index file of a paper archive, with a connector to it.</summary>
internal sealed class PaperShelf : IDisposable
{
    public const string Header = "document_number;customer_number;place;kind;first_date;last_date;handled_on;restricted";

    public static readonly SubjectIdentity Customer = new(IdentityKinds.CustomerNumber, "10001", "crm");

    private readonly TemporaryDirectory directory = new();

    public string Index => directory.File("index.csv");

    public void File(params IEnumerable<string> lines) => System.IO.File.WriteAllLines(Index, lines.Prepend(Header));

    public SourceSettings Settings(string? more = null) => new()
    {
        Register = "care",
        Source = "paper-archive",
        WorkDirectory = directory.File("work"),
        BaseDirectory = directory.Path,
        Settings = SettingsYaml.Read($$"""
            index: index.csv
            separator: semicolon
            customerNumberIssuer: crm
            category: files
            location: Archive room B1
            custodian: { role: Archive secretary, contact: archive@example.org }
            storage: { locked: true, fireSafe: true, access: Separately authorised persons of the archive }
            {{more}}
            """),
    };

    public PaperConnector Connect() => new(Settings());

    public void Dispose() => directory.Dispose();
}
