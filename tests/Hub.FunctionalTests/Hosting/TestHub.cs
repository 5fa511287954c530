using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Commands;
using PersonalDataHub.Hub.Demo;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>A real hub on a free port, with folders of its own.</summary>
public sealed class TestHub : IAsyncDisposable
{
    private readonly TemporaryDirectory folder;
    private readonly WebApplication application;

    private TestHub(TemporaryDirectory folder, WebApplication application)
    {
        (this.folder, this.application) = (folder, application);
        Address = new Uri(HubStart.AddressOf(application));
        Http = new HttpClient { BaseAddress = Address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-dpo");
    }

    public Uri Address { get; }

    /// <summary>A client that carries the demo key.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => application.Services;

    public string DataDirectory => folder.File("data");

    public string ConfigDirectory => folder.File("config");

    public string PluginsDirectory => folder.File("plugins");

    /// <summary>Starts a hub over the demo sources.</summary>
    /// <param name="prepare">Changes files before the start; gets data, configuration and plugins folder.</param>
    /// <param name="arguments">Further configuration.</param>
    public static Task<TestHub> StartAsync(Action<string, string, string>? prepare = null, params string[] arguments) =>
        StartAsync(prepare, _ => { }, arguments);

    /// <summary>Starts a hub over the demo sources.</summary>
    /// <param name="prepare">Changes files before the start; gets data, configuration and plugins folder.</param>
    /// <param name="configure">Changes the hub before its rooms are put together.</param>
    /// <param name="arguments">Further configuration.</param>
    public static Task<TestHub> StartAsync(
        Action<string, string, string>? prepare, Action<WebApplicationBuilder> configure, params string[] arguments) =>
        StartAsync([DemoData.Telecom], prepare, configure, arguments);

    /// <summary>Starts a hub over the demo sources of some registers, of the telecom operator alone unless said otherwise.</summary>
    /// <param name="registers">The registers that it has.</param>
    /// <param name="prepare">Changes files before the start; gets data, configuration and plugins folder.</param>
    /// <param name="configure">Changes the hub before its rooms are put together.</param>
    /// <param name="arguments">Further configuration.</param>
    public static async Task<TestHub> StartAsync(
        IReadOnlyList<string> registers,
        Action<string, string, string>? prepare = null,
        Action<WebApplicationBuilder>? configure = null,
        params string[] arguments)
    {
        var folder = new TemporaryDirectory();
        await DemoData.CopyToAsync(folder.File("data"), registers);
        foreach (var register in registers)
        {
            Folders.Copy(Path.Combine(Repository.ConnectorsConfig, register), Path.Combine(folder.File("config"), register));
        }

        Folders.Copy(Repository.Plugins, folder.File("plugins"));
        prepare?.Invoke(folder.File("data"), folder.File("config"), folder.File("plugins"));
        return await StartInAsync(folder, configure ?? (_ => { }), arguments);
    }

    private static async Task<TestHub> StartInAsync(
        TemporaryDirectory folder, Action<WebApplicationBuilder> configure, string[] arguments)
    {
        var application = HubApplication.Build(
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                $"--Hub:DataDirectory={folder.File("data")}",
                $"--Hub:ConfigDirectory={folder.File("config")}",
                $"--Hub:PluginsDirectory={folder.File("plugins")}",
                .. arguments,
            ],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                configure(builder);
            });
        await HubStart.StartAsync(application, new DemoOptions(), CancellationToken.None);
        return new TestHub(folder, application);
    }

    /// <summary>Sends an operation and returns the whole answer.</summary>
    public async Task<JsonElement> SendAsync(string query, object? variables = null, string? purpose = "data-subject-rights")
    {
        using var response = await PostAsync(query, variables, purpose);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Sends an operation and returns its data; errors fail the test with their messages.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Asks for a person and returns <c>findRegistrant</c>.</summary>
    public async Task<JsonElement> FindAsync(object by, string selection, string wait = "PT10S", string register = DemoData.Telecom)
    {
        var query = $$"""
            query Find($register: ID!, $by: RegistrantKey!, $wait: Duration) {
              findRegistrant(register: $register, by: $by, waitAtMost: $wait) { {{selection}} }
            }
            """;
        return (await DataAsync(query, new { register, by, wait })).GetProperty("findRegistrant");
    }

    public Task<HttpResponseMessage> PostAsync(string query, object? variables = null, string? purpose = "data-subject-rights")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (purpose is not null)
        {
            request.Headers.Add("X-Purpose", purpose);
        }

        return Http.SendAsync(request);
    }

    public T Service<T>()
        where T : notnull => application.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
        folder.Dispose();
    }
}
