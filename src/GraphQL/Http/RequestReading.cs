using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Reads GraphQL requests from JSON objects and from addresses.</summary>
internal static class RequestReading
{
    /// <summary>The request, or a sentence that says what is wrong with it.</summary>
    public static (GraphQLRequest? Request, string? Mistake) FromJson(JsonElement json, HttpContext context)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, "The request must be a JSON object with a query.");
        }

        if (!TryText(json, "query", out var query) || !TryText(json, "documentId", out var id) || !TryText(json, "operationName", out var name))
        {
            return (null, "\"query\", \"documentId\" and \"operationName\" must be strings.");
        }

        return !TryObject(json, "variables", out var variables) || !TryObject(json, "extensions", out var extensions)
            ? (null, "\"variables\" and \"extensions\" must be JSON objects.")
            : Make(query, id, name, variables, extensions, context);
    }

    /// <summary>The request in an address, or a sentence that says what is wrong with it.</summary>
    public static (GraphQLRequest? Request, string? Mistake) FromAddress(HttpContext context)
    {
        var query = context.Request.Query;
        return query["query"].Count > 1 || query["documentId"].Count > 1
                ? (null, "Give one document.")
            : !TryObject(query["variables"], out var variables) || !TryObject(query["extensions"], out var extensions)
                ? (null, "The parameters variables and extensions must be JSON objects.")
            : Make(GivenIn(query["query"]), GivenIn(query["documentId"]), GivenIn(query["operationName"]), variables, extensions, context);

        static string? GivenIn(StringValues values) => values is [{ Length: > 0 } text] ? text : null;
    }

    private static (GraphQLRequest? Request, string? Mistake) Make(
        string? query, string? id, string? name, JsonElement? variables, JsonElement? extensions, HttpContext context)
    {
        id ??= PersistedQueryIn(extensions);
        return query is null && id is null
            ? (null, "Give a GraphQL document as \"query\", or the name of a trusted one as \"documentId\".")
            : (new GraphQLRequest(query ?? "")
            {
                DocumentId = id,
                OperationName = name,
                Variables = variables,
                Extensions = extensions,
                IsGet = HttpMethods.IsGet(context.Request.Method),
                HttpContext = context,
            }, null);
    }

    /// <summary>The name of a document as clients of persisted queries send it.</summary>
    private static string? PersistedQueryIn(JsonElement? extensions) =>
        extensions is { } given
        && given.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind == JsonValueKind.Object
        && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : null;

    /// <summary>Reads a JSON object from the text of a query parameter.</summary>
    private static bool TryObject(string? text, out JsonElement? value)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        try
        {
            using var json = RequestBody.Parse(Encoding.UTF8.GetBytes(text));
            value = json.RootElement.ValueKind == JsonValueKind.Null ? null : json.RootElement.Clone();
            return value is null or { ValueKind: JsonValueKind.Object };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryText(JsonElement json, string name, out string? value)
    {
        var isThere = json.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null;
        value = isThere && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        return !isThere || value is not null;
    }

    private static bool TryObject(JsonElement json, string name, out JsonElement? value)
    {
        value = json.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null ? given : null;
        return value is null or { ValueKind: JsonValueKind.Object };
    }
}
