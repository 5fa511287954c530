using System.Net.Http.Json;
using System.Text.Json;

namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>Requests in the usual form.</summary>
internal static class GraphQLHttp
{
    public static Task<HttpResponseMessage> PostAsync(this GraphQLHost host, string query, object? variables = null, string accept = "application/json")
    {
        return host.Client.SendAsync(Post(query, variables, accept));
    }

    /// <summary>A request, for tests that add headers of their own.</summary>
    public static HttpRequestMessage Post(string query, object? variables = null, string accept = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    /// <summary>Asks for a stream and hands it over as soon as the headers are there.</summary>
    public static async Task<EventReader> SubscribeAsync(this GraphQLHost host, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        return await EventReader.OpenAsync(await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    /// <summary>The body of the response, as text.</summary>
    public static async Task<string> QueryAsync(this GraphQLHost host, string query, object? variables = null)
    {
        using var response = await host.PostAsync(query, variables);
        return await response.Content.ReadAsStringAsync();
    }

    public static async Task<JsonElement> JsonAsync(this GraphQLHost host, string query, object? variables = null) =>
        JsonElement.Parse(await host.QueryAsync(query, variables));
}
