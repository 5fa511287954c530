using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.Tests.Authorization;

public sealed class ApiKeyAuthenticationTests
{
    private readonly string key = ApiKey.Create();

    [Fact]
    public async Task Request_Should_BeTheCallers_When_TheKeyIsConfigured()
    {
        await using var app = await StartAsync("Production");

        var answer = await GetAsync(app, $"Bearer {key}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("billing-tool tool telecom:True wellbeing:False");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer nobodys")]
    [InlineData("Basic Zm9vOmJhcg==")]
    [InlineData("Bearer demo-dpo")]
    public async Task Request_Should_BeRefusedWithoutDetail_When_TheKeyIsNobodys(string? authorization)
    {
        await using var app = await StartAsync("Production");

        var answer = await GetAsync(app, authorization);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_Should_BeRefused_When_TheHashIsSentAsTheKey()
    {
        await using var app = await StartAsync("Production");

        (await GetAsync(app, $"Bearer {ApiKey.Hash(key)}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Request_Should_BeTheDemoOfficers_When_InDevelopmentOnLoopback()
    {
        await using var app = await StartAsync("Development");

        var answer = await GetAsync(app, "Bearer demo-dpo");

        (await answer.Content.ReadAsStringAsync()).ShouldBe("demo-dpo dpo telecom:True wellbeing:True");
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:0", "Production")]
    [InlineData("Development", "http://0.0.0.0:0", "other machines")]
    public async Task Start_Should_BeRefused_When_DemoKeysAreOnWhereTheyMustNotBe(string environment, string url, string reason)
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => StartAsync(environment, url, demoKeys: true));

        refusal.Message.ShouldContain(reason);
    }

    [Fact]
    public void Read_Should_NameEveryMistake_When_KeysAreConfiguredWrong()
    {
        // arrange
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hub:ApiKeys:0:Name"] = "a",
            ["Hub:ApiKeys:0:Hash"] = key,
            ["Hub:ApiKeys:0:Role"] = "admin",
            ["Hub:ApiKeys:1:Name"] = "a",
            ["Hub:ApiKeys:1:Hash"] = ApiKey.Hash(key),
            ["Hub:ApiKeys:1:Role"] = "dpo",
            ["Hub:ApiKeys:1:Registers"] = "*",
        }).Build();

        // act
        var refusal = Should.Throw<ApiKeyConfigurationException>(() => ApiKeys.Read(configuration));

        // assert
        refusal.Mistakes.Count.ShouldBe(4);
        refusal.Message.ShouldContain("Hub:ApiKeys:0:Hash");
        refusal.Message.ShouldContain("Hub:ApiKeys:1:Name");
        refusal.Message.ShouldNotContain(key);
    }

    private static async Task<HttpResponseMessage> GetAsync(WebApplication app, string? authorization)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        if (authorization is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.GetAsync(new Uri("/", UriKind.Relative));
    }

    private async Task<WebApplication> StartAsync(string environment, string url = "http://127.0.0.1:0", bool? demoKeys = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hub:DemoKeys"] = demoKeys?.ToString(),
            ["Hub:ApiKeys:0:Name"] = "billing-tool",
            ["Hub:ApiKeys:0:Hash"] = ApiKey.Hash(key),
            ["Hub:ApiKeys:0:Role"] = "tool",
            ["Hub:ApiKeys:0:Registers:0"] = "telecom",
        });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Services.AddRouting();
        builder.Services.AddApiKeys(builder.Configuration);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", (HttpContext context) =>
        {
            var caller = Caller.From(context.User)!;
            return $"{caller.Name} {caller.Role} telecom:{caller.CanSee("telecom")} wellbeing:{caller.CanSee("wellbeing")}";
        }).RequireAuthorization();
        try
        {
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
