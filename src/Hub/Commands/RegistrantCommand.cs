using System.CommandLine;
using System.Text.Json;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Prints the unified view of one person as a readable table.</summary>
internal static class RegistrantCommand
{
    private const string Document = """
        query Registrant($register: ID!, $by: RegistrantKey!, $wait: Duration) {
          findRegistrant(register: $register, by: $by, waitAtMost: $wait) {
            conclusive
            sources { source { id } status asOf failure { message } gaps }
            candidates { kind value reason records }
            registrant {
              restrictions { scope ground since }
              identities { kind value issuer confirmed method source }
              profile {
                familyName { ...unified } givenNames { ...unified } preferredName { ...unified } formerNames { ...unified }
                birthDate { ...unified } language { ...unified }
                emails { ...unified } phones { ...unified } postalAddresses { ...unified }
              }
              records(first: 100) {
                nodes { recordType source { id } fields { name value withheld { ground } } }
                pageInfo { hasNextPage }
                complete
              }
            }
          }
        }
        fragment unified on UnifiedText { value agreement held { value source { id } } }
        """;

    private static readonly Option<string> Register = new("--register") { Description = "The register's id.", Required = true };
    private static readonly Option<string?> CustomerId = new("--customer-id") { Description = "The customer number." };
    private static readonly Option<string?> Kind = new("--kind") { Description = "The kind of another identity; its value is read from standard input." };
    private static readonly Option<string> Purpose = new("--purpose")
    {
        Description = "What the data is for.",
        DefaultValueFactory = _ => "data-subject-rights",
    };

    private static readonly Option<string?> Wait = new("--wait-at-most") { Description = "How long to wait for sources, such as PT5S." };

    public static Command Create() => AskingCommand.Create(
        "registrant", "Prints everything known about one person.", [Register, CustomerId, Kind, Purpose, Wait], AskAsync);

    private static async Task<int> AskAsync(HubClient hub, ParseResult parsed, CancellationToken cancellationToken)
    {
        object by = (parsed.GetValue(CustomerId), parsed.GetValue(Kind)) switch
        {
            ({ } customerId, null) => new { customerId },

            // Not an option: command lines are seen by everybody on the machine and stay in the shell's history.
            (null, { } kind) => new { identity = new { kind, value = await Console.In.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? string.Empty } },
            _ => throw new HubRefusalException("Give either --customer-id or --kind (and the identity on standard input)."),
        };
        var variables = new { register = parsed.GetValue(Register), by, wait = parsed.GetValue(Wait) };
        var answer = await hub.SendAsync(Document, variables, parsed.GetValue(Purpose), cancellationToken).ConfigureAwait(false);
        var search = answer.GetProperty("findRegistrant");
        RegistrantTable.Print(search, Console.Out);
        var complete = search.GetProperty("sources").EnumerateArray().All(reading =>
            reading.GetProperty("status").GetString() is "ANSWERED" or "NOTHING_FOUND" or "NOT_ASKED");
        return search.GetProperty("registrant").ValueKind == JsonValueKind.Null && search.GetProperty("conclusive").GetBoolean()
            ? ExitCodes.NotFound
            : complete ? ExitCodes.Done : ExitCodes.Partial;
    }
}
