using System.Text;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Tests.Hostile;

/// <summary>Documents that are cut off at, or changed in, every single byte: read or refused, never anything else.</summary>
public sealed class BrokenDocumentTests
{
    private static readonly byte[] Wrongs = [0, (byte)' ', (byte)'{', (byte)'}', (byte)'"', (byte)'\\', (byte)'$', (byte)'.', (byte)'9', (byte)'\n', 0x80, 0xC3, 0xED, 0xFF];

    private static readonly string[] Samples =
    [
        "query Find($id: ID!, $f: Filter = { minimum: 1, note: \"é\\u{1F600}\\n\" }) @purpose(is: \"x\") { person(id: $id) { ...N friends(first: 2) { email } } pick(filter: $f, ints: [1, -2], float: 1.5e3) } fragment N on Party { __typename name(short: true) @include(if: false) }",
        "\"\"\"Pays \\\"\"\" now\n  é\"\"\" mutation Pay { pay(id: \"1\") { id holder { ... on Company @tag { number } ... { __typename } } } } # ende",
        "{ pick(text: \"\"\"\n  one\n    two\n\"\"\", state: OPEN, key: { filter: { minimum: 3, states: [OPEN, null] } }) a: party { b: name } }",
    ];

    [Fact]
    public async Task Execute_Should_AnswerOrRefuse_When_ADocumentIsBrokenAtAnyByte()
    {
        await using var server = new TargetServer();
        var (tried, refused) = (0, 0);
        foreach (var broken in Samples.SelectMany(Broken))
        {
            var isRead = IsRead(broken);
            var (result, _, calls) = await server.RunAsync(Encoding.UTF8.GetString(broken));

            tried++;
            refused += isRead && result.IsExecuted ? 0 : 1;
            result.Errors.ShouldAllBe(error => error.Code != null && error.Code != "INTERNAL_ERROR");
            (result.IsExecuted ? 0 : calls).ShouldBe(0);
        }

        tried.ShouldBeGreaterThan(8_000);
        refused.ShouldBeGreaterThan(tried / 2);
    }

    private static IEnumerable<byte[]> Broken(string sample)
    {
        var bytes = Encoding.UTF8.GetBytes(sample);
        for (var at = 0; at < bytes.Length; at++)
        {
            yield return bytes[..at];
            yield return [.. bytes[..at], .. bytes[(at + 1)..]];
            foreach (var wrong in Wrongs)
            {
                yield return [.. bytes[..at], wrong, .. bytes[(at + 1)..]];
            }
        }
    }

    /// <summary>Reads and validates the bytes as they are; anything but a syntax error or validation errors is thrown on.</summary>
    private static bool IsRead(byte[] document)
    {
        try
        {
            return DocumentValidator.Validate(Validation.ValidationSchema.Schema, Parser.ParseDocument(document)).Count == 0;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }
}
