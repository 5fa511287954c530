using System.Text.Json;
using PersonalDataHub.GraphQL.DifferentialTests.Comparison;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>What the library says about a case.</summary>
internal sealed class OurJudge(OurServer server, ValidationOptions validation)
{
    private static readonly SyntaxDump Places = new(withPlaces: true);

    /// <summary>The document, or where its syntax is wrong.</summary>
    public static (DocumentNode? Document, string? Syntax) Parse(string text)
    {
        try
        {
            return (Parser.ParseDocument(text, OurServer.Limits), null);
        }
        catch (SyntaxException exception)
        {
            return (null, Place(exception.Location));
        }
    }

    public async Task<Verdict> JudgeAsync(GeneratedCase one)
    {
        var (document, syntax) = Parse(one.Text);
        if (document is null)
        {
            return new() { Syntax = syntax };
        }

        var tree = Places.Of(document);
        var errors = DocumentValidator.Validate(server.Schema, document, validation);
        if (errors.Count > 0)
        {
            return new() { Tree = tree, Errors = [.. errors.Select(Error)] };
        }

        var (results, broke) = await RunAsync(one);
        return new() { Tree = tree, Results = results, Broke = broke };
    }

    private async Task<(IReadOnlyList<VerdictResult> Results, bool Broke)> RunAsync(GeneratedCase one)
    {
        var request = new GraphQLRequest(one.Text)
        {
            OperationName = one.Operation,
            Variables = one.Variables is null ? null : JsonSerializer.Deserialize<JsonElement>(one.Variables.ToJsonString()),
        };
        await using var stream = await server.Executor.SubscribeAsync(request, server.Services, CancellationToken.None);
        var all = await stream.ReadAllAsync(CancellationToken.None).ToListAsync();
        if (stream.IsIncremental)
        {
            return ([IncrementalAssembly.Assemble(all.Select(r => JsonSerializer.Deserialize<JsonElement>(r.ToJson())))], false);
        }

        var results = all.ConvertAll(Result);

        // A failing source is reported as a last result without data.
        var broke = stream.Result is null && results is [.., { HasData: false }];
        return (broke ? results[..^1] : results, broke);
    }

    private static VerdictResult Result(ExecutionResult result)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(result.ToJson());
        return new(json.TryGetProperty("data", out var data) ? data : default, [.. result.Errors.Select(Error)]);
    }

    private static VerdictError Error(GraphQLError error) => new(
        error.Message,
        string.Join(' ', (error.Locations ?? []).Select(Place)),
        error.Path is { } path ? string.Join('.', path) : null);

    private static string Place(Location location) => $"{location.Line}:{location.Column}";
}
