namespace PersonalDataHub.RegistrantLookup;

/// <summary>One way of asking the hub for a person.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Selection">What is selected of <c>findRegistrant</c>.</param>
/// <param name="KeyOf">By what the person is asked for; null when the person has no such identity.</param>
/// <param name="FindsPerson">False when the identity is one that people share: such a question may answer with candidates only.</param>
internal sealed record Question(string Name, string Selection, Func<Person, object?> KeyOf, bool FindsPerson = true)
{
    private const string Id = "conclusive registrant { id }";

    private const string Everything = """
        conclusive
        sources { source { id } status asOf }
        candidates { kind value reason }
        registrant {
          id
          profile {
            familyName { value agreement held { value source { id } } }
            emails { value agreement }
            postalAddresses { value agreement held { ref tag value source { id } passport { storedAt origin policy { category purposes } } } }
          }
          invoices(first: 10) { complete nodes { number dueOn total status rows { description amount } } }
          callRecords(first: 10) { complete nodes { startedAt duration recording { address } } }
          visits(first: 10) { complete nodes { startedAt entryPage } }
        }
        """;

    /// <summary>The questions that are asked of people whom the hub has seen before.</summary>
    public static IReadOnlyList<Question> All { get; } =
    [
        new("customer id", Id, person => new { customerId = person.CustomerId }),
        new("identity code", Id, person => Identity("identityCode", person.IdentityCode)),
        new("e-mail", Id, person => Identity("email", person.Email), FindsPerson: false),
        new("subscription", Id, person => Identity("subscription", person.Subscription)),
        new("visitor id", Id, person => person.VisitorId is { } visitor ? Identity("visitorId", visitor) : null),
        new("unified view, by customer id", Everything, person => person.VisitorId is null ? null : new { customerId = person.CustomerId }),
    ];

    /// <summary>The question that is asked once of people whom the hub has never seen.</summary>
    public static Question FirstTime { get; } = All[0] with { Name = "customer id, never asked for before" };

    /// <summary>The operation to send, with variable <c>by</c>.</summary>
    public string Operation => $$"""
        query Lookup($by: RegistrantKey!) @purpose(is: "data-subject-rights") {
          findRegistrant(register: "telecom", by: $by, waitAtMost: "PT20S") { {{Selection}} }
        }
        """;

    private static object Identity(string kind, string value) => new { identity = new { kind, value } };
}
