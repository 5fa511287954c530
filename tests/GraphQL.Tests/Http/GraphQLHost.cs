using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Http;

namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>A real server on a free port.</summary>
internal sealed class GraphQLHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private GraphQLHost(WebApplication application)
    {
        this.application = application;
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => application.Services;

    /// <summary>Starts a server whose fields need no rules, unless <paramref name="configure"/> says so.</summary>
    public static async Task<GraphQLHost> StartAsync(Action<GraphQLServerBuilder> configure, int port = 0, Action<WebApplication>? use = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        configure(builder.Services.AddGraphQLServer().ModifyOptions(options => options.RequireFieldRules = false));
        var application = builder.Build();
        use?.Invoke(application);
        application.MapGraphQL("/graphql");
        await application.StartAsync();
        return new GraphQLHost(application);
    }

    public Uri Address => new(Client.BaseAddress!, "/graphql");

    public Task StopAsync() => application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
    }
}
