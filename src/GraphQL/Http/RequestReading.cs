using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Reads GraphQL requests from JSON objects.</summary>
internal static class RequestReading
{
    /// <summary>The request, or a sentence that says what is wrong with it.</summary>
    public static (GraphQLRequest? Request, string? Mistake) FromJson(JsonElement json, HttpContext context)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, "The body must be one JSON object with a query; batches are not served.");
        }

        if (!json.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
        {
            return (null, "\"query\" must be a string with a GraphQL document.");
        }

        if (json.TryGetProperty("operationName", out var name) && name.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            return (null, "\"operationName\" must be a string.");
        }

        if (!TryObject(json, "variables", out var variables) || !TryObject(json, "extensions", out var extensions))
        {
            return (null, "\"variables\" and \"extensions\" must be JSON objects.");
        }

        return (new GraphQLRequest(query.GetString()!)
        {
            OperationName = name.ValueKind == JsonValueKind.String ? name.GetString() : null,
            Variables = variables,
            Extensions = extensions,
            HttpContext = context,
        }, null);
    }

    /// <summary>Reads a JSON object from the text of a query parameter.</summary>
    public static bool TryObject(string? text, out JsonElement? value)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        try
        {
            using var json = RequestBody.Parse(Encoding.UTF8.GetBytes(text));
            value = json.RootElement.Clone();
            return value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryObject(JsonElement json, string name, out JsonElement? value)
    {
        value = json.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null ? given : null;
        return value is null or { ValueKind: JsonValueKind.Object };
    }
}
