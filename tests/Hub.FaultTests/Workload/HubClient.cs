using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>Asks hubs over HTTP as an officer does; a hub that is gone is an answer too.</summary>
internal sealed class HubClient : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly IReadOnlyList<HubNode> nodes;
    private int turn;

    public HubClient(IReadOnlyList<HubNode> nodes)
    {
        this.nodes = nodes;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-dpo");
    }

    /// <summary>Asks the next hub that runs.</summary>
    public Task<HubAnswer> AskAsync(string query, object variables, string purpose = "data-subject-rights") =>
        AskAsync(NextAddress(), query, variables, purpose);

    /// <summary>Asks one hub.</summary>
    public async Task<HubAnswer> AskAsync(Uri? address, string query, object variables, string purpose = "data-subject-rights")
    {
        if (address is null)
        {
            return new(null, "no hub runs");
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/graphql")) { Content = JsonContent.Create(new { query, variables }) };
            request.Headers.Add("X-Purpose", purpose);
            using var response = await http.SendAsync(request);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.TryGetProperty("errors", out var errors) ? new(null, Told(errors)) : new(answer.GetProperty("data"), null);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return new(null, cause.GetType().Name);
        }
    }

    /// <summary>Asks until there is an answer, and not for ever.</summary>
    public async Task<JsonElement> InsistAsync(string query, object variables) => (await Patience.UntilAsync(
        () => AskAsync(query, variables), answer => answer.Data is not null, TimeSpan.FromMinutes(2))).Answer.Data!.Value;

    public void Dispose() => http.Dispose();

    private Uri? NextAddress()
    {
        var running = nodes.Select(node => node.Address).OfType<Uri>().ToList();
        return running is [] ? null : running[(int)((uint)Interlocked.Increment(ref turn) % running.Count)];
    }

    private static string Told(JsonElement errors)
    {
        var first = errors[0];
        var code = first.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var named) ? named.GetString() : null;
        return $"{code ?? "error"}: {first.GetProperty("message").GetString()}";
    }
}
