using System.Net.Http.Headers;
using System.Net.Http.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Sends operations as strangers and friends would.</summary>
internal static class Requests
{
    public const string DemoKey = "demo-dpo";

    /// <summary>A field that touches a person.</summary>
    public const string Person = """findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S") { registrant { id } }""";

    /// <summary>An operation that asks for the person of a key variable.</summary>
    public const string ByKey = """query($by: RegistrantKey!) { findRegistrant(register: "telecom", by: $by, waitAtMost: "PT10S") { registrant { id } } }""";

    /// <summary>The field as an operation on a register.</summary>
    public static string AsQueryOf(this string field, string register) =>
        $"{{ {field.Replace("\"telecom\"", $"\"{register}\"", StringComparison.Ordinal)} }}";

    /// <summary>Posts an operation.</summary>
    public static Task<Answer> AskAsync(
        this TestHub hub, string query, object? variables = null, object? extensions = null, string? key = DemoKey, params string[] purposes)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query, variables, extensions }) };
        request.Headers.Add("X-Purpose", purposes);
        return hub.SendAsync(request, key);
    }

    /// <summary>Posts an operation for a purpose that the register allows.</summary>
    public static Task<Answer> AskPurposefullyAsync(this TestHub hub, string query, object? variables = null, string key = DemoKey) =>
        hub.AskAsync(query, variables, key: key, purposes: "data-subject-rights");

    /// <summary>Asks by an address.</summary>
    public static Task<Answer> GetAsync(this TestHub hub, string path, string? key = DemoKey, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return hub.SendAsync(request, key);
    }

    /// <summary>Sends a request with a key, or with none.</summary>
    public static async Task<Answer> SendAsync(this TestHub hub, HttpRequestMessage request, string? key = DemoKey)
    {
        using var http = new HttpClient { BaseAddress = hub.Address };
        http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var sent = request;
        using var response = await http.SendAsync(sent);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
