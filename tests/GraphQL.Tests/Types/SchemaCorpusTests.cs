using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Types;

/// <summary>Holds schemas to what the reference implementation says about the same definitions, recorded by <c>Reference/record.js</c>.</summary>
public sealed class SchemaCorpusTests
{
    private const string Query = """
        { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind } types { ...FullType }
          directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
        fragment FullType on __Type { kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    [Fact]
    public async Task Compile_Should_RefuseWhatTheReferenceRefuses_When_SchemasAreRecorded()
    {
        var differing = new List<string>();
        var entries = Read();
        foreach (var (text, theirs) in entries)
        {
            try
            {
                await SchemaAsync(text);
                differing.AddRange(theirs is null ? [$"accepted: {text}"] : []);
            }
            catch (SchemaException exception)
            {
                differing.AddRange(theirs is null ? [] : [$"refused: {text} as {exception.Message}"]);
            }
        }

        differing.ShouldBeEmpty();
        entries.Count(e => e.Description is null).ShouldBeGreaterThan(50);
        entries.Count(e => e.Description is not null).ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Introspection_Should_SayWhatTheReferenceSays_When_SchemasAreRecorded()
    {
        foreach (var (text, theirs) in Read().Where(e => e.Description is not null))
        {
            await using var services = Services(text);

            var result = await services.GetRequiredService<RequestExecutor>().ExecuteAsync(new GraphQLRequest(Query), services, CancellationToken.None);

            Leveled(JsonNode.Parse(result.ToJson())!["data"]!["__schema"]!, text).ShouldBe(Leveled(theirs!, text));
        }
    }

    [Fact]
    public async Task Print_Should_ReadBackAsTheSameSchema_When_SchemasAreRecorded()
    {
        foreach (var text in Read().Where(e => e.Description is not null).Select(e => e.Text))
        {
            var schema = await SchemaAsync(text);

            var printed = SchemaPrinter.Print(schema);

            SyntaxComparer.Instance.Equals(Parser.ParseDocument(printed), SchemaPrinter.ToDocument(schema)).ShouldBeTrue(printed);
            SchemaPrinter.Print(await SchemaAsync(printed)).ShouldBe(printed);
        }
    }

    private static ServiceProvider Services(string sdl)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(new SdlModule(sdl)).AddGraphQLServer()
            .ModifyOptions(options => options.RequireFieldRules = false).AddTypeModule<SdlModule>();
        return services.BuildServiceProvider();
    }

    private static async Task<Schema> SchemaAsync(string sdl)
    {
        await using var services = Services(sdl);
        return await services.GetRequiredService<RequestExecutor>().GetSchemaAsync(CancellationToken.None);
    }

    private static List<(string Text, JsonNode? Description)> Read()
    {
        using var stream = typeof(SchemaCorpusTests).Assembly.GetManifestResourceStream("schemas.jsonl")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).Select(n => ((string)n["text"]!, n["description"]))];
    }

    /// <summary>Leaves out what every schema has, and levels order and the spaces of defaults.</summary>
    private static string Leveled(JsonNode schema, string text)
    {
        schema["types"] = Ordered(schema["types"]!, name => text.Contains($" {name} ", StringComparison.Ordinal));
        schema["directives"] = Ordered(schema["directives"]!, name => text.Contains($"directive @{name}", StringComparison.Ordinal));
        foreach (var type in schema["types"]!.AsArray().Where(t => t!["possibleTypes"] is not null))
        {
            type!["possibleTypes"] = Ordered(type["possibleTypes"]!, _ => true);
        }

        Defaults(schema);
        return Sorted(schema)!.ToJsonString();
    }

    private static JsonArray Ordered(JsonNode items, Func<string, bool> isIncluded) => [.. items.AsArray()
        .Where(i => (string)i!["name"]! is var name && !name.StartsWith("__", StringComparison.Ordinal) && isIncluded(name)
            && name is not ("Int" or "Float" or "String" or "Boolean" or "ID"))
        .OrderBy(i => (string)i!["name"]!, StringComparer.Ordinal).Select(i => i!.DeepClone())];

    private static void Defaults(JsonNode node)
    {
        foreach (var child in node is JsonArray items ? items.ToArray() : node is JsonObject fields ? [.. fields.Select(f => f.Value)] : [])
        {
            if (child is not null)
            {
                Defaults(child);
            }
        }

        if (node is JsonObject input && (string?)(input["defaultValue"] as JsonValue) is { } literal)
        {
            input["defaultValue"] = SyntaxPrinter.Print(Parser.ParseValue(literal));
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        JsonObject fields => new JsonObject(fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, Sorted(f.Value)))),
        _ => node?.DeepClone(),
    };
}
