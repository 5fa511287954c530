using System.Text.Json;

namespace PersonalDataHub.Hub.Commands;

/// <summary>The query that a newcomer sends first.</summary>
internal static class SampleQuery
{
    /// <summary>Its text, with the customer id as variable <c>customer</c>.</summary>
    public const string Document = """
        query Everything($customer: String!) @purpose(is: "data-subject-rights") {
          findRegistrant(register: "telecom", by: { customerId: $customer }, waitAtMost: "PT10S") {
            conclusive
            sources { source { id } status asOf }
            candidates { kind value reason }
            registrant {
              id
              profile {
                familyName { value agreement held { value source { id } } }
                emails { value agreement }
                postalAddresses { value agreement held { ref tag value source { id } passport { storedAt observedAt origin policy { category purposes } } } }
              }
              invoices(first: 3) { complete nodes { number dueOn total status } }
              callRecords(first: 3) { complete nodes { startedAt duration recording { address } } }
              visits(first: 3) { complete nodes { startedAt entryPage } }
            }
          }
        }
        """;

    /// <summary>Whom it asks for: the first of the artificial people.</summary>
    public const string Customer = "10001";

    /// <summary>A command line that sends it to a hub in Development.</summary>
    public static string Curl(string address)
    {
        var oneLine = string.Join(' ', Document.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var body = JsonSerializer.Serialize(new { query = oneLine, variables = new { customer = Customer } }, Unescaped);
        return $"curl -s {address}/graphql -H 'Authorization: Bearer demo-dpo' -H 'Content-Type: application/json' -d '{body}'";
    }

    private static readonly JsonSerializerOptions Unescaped =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
