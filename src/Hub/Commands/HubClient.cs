using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PersonalDataHub.Hub.Demo;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Asks a hub over GraphQL: the running one that owns the data directory, or one started for this command.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly WebApplication? own;

    private HubClient(HttpClient http, WebApplication? own) => (this.http, this.own) = (http, own);

    /// <summary>Finds the hub to ask, or starts one on a free port of this machine.</summary>
    /// <exception cref="HubStartException">No key is known, or no hub can be started.</exception>
    public static async Task<HubClient> ConnectAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var development = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == Environments.Development;
        var key = parsed.GetValue(HubOptions.Key) ?? Environment.GetEnvironmentVariable("HUB_API_KEY") ?? (development ? "demo-dpo" : null)
            ?? throw new HubStartException("Give the API key with --key or in the environment variable HUB_API_KEY.");
        var address = parsed.GetValue(HubOptions.Hub) ?? await RunningAsync(parsed, cancellationToken).ConfigureAwait(false);
        WebApplication? own = null;
        if (address is null)
        {
            own = HubApplication.Build([.. parsed.UnmatchedTokens, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
            await HubStart.StartAsync(own, new DemoOptions(), cancellationToken).ConfigureAwait(false);
            address = HubStart.AddressOf(own);
        }

        var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new HubClient(http, own);
    }

    /// <summary>Sends an operation; personal identifiers travel in the variables.</summary>
    /// <exception cref="HubRefusalException">The hub answered with errors.</exception>
    public async Task<JsonElement> SendAsync(string document, object variables, string? purpose, CancellationToken cancellationToken)
    {
        using var request = Operation(document, variables, purpose);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == System.Net.HttpStatusCode.Unauthorized)
            {
                throw new HubRefusalException("The hub does not accept the API key.");
            }

            return DataOf(await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false));
        }
        catch (HttpRequestException)
        {
            throw new HubStartException($"No hub answers at {http.BaseAddress}.");
        }
    }

    /// <summary>Sends a subscription and gives the data of each event until the hub ends it.</summary>
    /// <exception cref="HubRefusalException">The hub answered with errors.</exception>
    public async IAsyncEnumerable<JsonElement> WatchAsync(
        string document, object variables, string? purpose, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = Operation(document, variables, purpose);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            DataOf(await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false));
            yield break;
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.EventType == "next")
            {
                yield return DataOf(JsonSerializer.Deserialize<JsonElement>(item.Data));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (own is not null)
        {
            await own.StopAsync().ConfigureAwait(false);
            await own.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static HttpRequestMessage Operation(string document, object variables, string? purpose)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = document, variables }) };
        if (purpose is not null)
        {
            request.Headers.Add("X-Purpose", purpose);
        }

        return request;
    }

    private static JsonElement DataOf(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? throw new HubRefusalException(string.Join(Environment.NewLine, errors.EnumerateArray().Select(error => error.GetProperty("message").GetString())))
        : answer.GetProperty("data");

    // The lock file tells who owns the data directory; whether that one lives is asked, not believed.
    private static async Task<string?> RunningAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. parsed.UnmatchedTokens]).Build();
        var directory = HubDirectories.From(configuration, Directory.GetCurrentDirectory()).DataDirectory;
        if (DataDirectoryLock.AddressIn(directory) is not { } address)
        {
            return null;
        }

        try
        {
            using var probe = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            using var live = await probe.GetAsync(new Uri(new Uri(address), "health/live"), cancellationToken).ConfigureAwait(false);
            return live.IsSuccessStatusCode ? address : null;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
