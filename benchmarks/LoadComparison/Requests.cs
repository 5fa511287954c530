using System.Text.Json;

namespace PersonalDataHub.LoadComparison;

/// <summary>What is asked: all fields of all four parts, of one person.</summary>
internal sealed class Requests : IDisposable
{
    /// <summary>How many persons the requests go round.</summary>
    public const int People = 100_000;

    private const string Visits = "visits(id: $id) { at page referrer browser seconds }";

    private const string Query =
        $$"""
        query View($id: ID!) {
          profile(id: $id) {
            customerId familyName givenNames bornOn emails telephone address { street postalCode city country } allowsMarketing
          }
          invoices(id: $id) { number issuedOn dueOn amount currency isPaid }
          calls(id: $id) { recording startedAt seconds direction topic agent }
          {{Visits}}
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("load-comparison-");

    public Requests()
    {
        HandWritten = Write("hand.json", new { id = Contender.AnyPerson });
        GraphQL = Write("view.json", new { query = Query, variables = new { id = Contender.AnyPerson } });
        var deferring = Query.Replace(Visits, $"... @defer {{ {Visits} }}", StringComparison.Ordinal);
        Deferring = Write("defer.json", new { query = deferring, variables = new { id = Contender.AnyPerson } });
    }

    /// <summary>A file with the body for the hand-written contenders.</summary>
    public string HandWritten { get; }

    /// <summary>A file with the body for everybody who speaks GraphQL.</summary>
    public string GraphQL { get; }

    /// <summary>A file with the body that asks for the visits in a later part of the answer.</summary>
    public string Deferring { get; }

    /// <summary>A new file beside the bodies, gone when they are.</summary>
    public string NewFile(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    private string Write(string name, object body)
    {
        File.WriteAllText(NewFile(name), JsonSerializer.Serialize(body));
        return NewFile(name);
    }
}
