namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Maps the address under which sources say that pending work is done.</summary>
internal static class CallbackEndpoint
{
    private const string Bearer = "Bearer ";

    /// <summary>
    /// Answers 202 when the task's own token came with it, and 404 to everything else. The token is the permission: it stands
    /// in a header, because addresses are written into logs.
    /// </summary>
    public static void MapCallbacks(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(
        $"{CallbackTokens.Path}/{{task:guid}}",
        async (HttpContext http, Guid task, TaskCallbacks callbacks) =>
            http.Request.Headers.Authorization is [{ } header]
            && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && await callbacks.CameAsync(task, header[Bearer.Length..].Trim(), http.RequestAborted)
                ? Results.Accepted()
                : Results.NotFound()).AllowAnonymous();
}
