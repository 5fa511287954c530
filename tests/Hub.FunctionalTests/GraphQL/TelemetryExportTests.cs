using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.GraphQL;

/// <summary>What a collector is told of a hub at which people were asked for.</summary>
public sealed class TelemetryExportTests
{
    private const string Operation = """
        query LookUp($by: RegistrantKey!) { findRegistrant(register: "telecom", by: $by, waitAtMost: "PT10S") {
          registrant { identities { value } profile { emails { value } } } } }
        """;

    [Fact]
    public async Task Hub_Should_SendOperationsWithoutPeople_When_ACollectorIsConfigured()
    {
        // arrange
        await using var collector = await Collector.StartAsync();

        // act: what is left is sent when the hub stops
        string answer;
        await using (var hub = await TestHub.StartAsync(null, $"--{TelemetryExport.Endpoint}={collector.Address}"))
        {
            answer = (await hub.SendAsync(Operation, new { by = new { customerId = "10001" } })).ToString();
            await hub.SendAsync(Operation, new { by = new { identity = new { kind = "email", value = "canary@example.org" } } });
            await hub.SendAsync("query Canary { unknownCanaryField(is: \"010180-9005\") }");
            using var address = await hub.Http.GetAsync(new Uri("media/canary-in-an-address", UriKind.Relative));
        }

        // assert
        answer.ShouldContain("@example.org");
        var sent = collector.Received;
        sent.Keys.Order().ShouldBe(["/v1/metrics", "/v1/traces"]);
        sent["/v1/traces"].ShouldContain("LookUp");
        sent["/v1/traces"].ShouldContain("graphql.document.hash");
        sent["/v1/metrics"].ShouldContain("graphql.server.operation.duration");
        foreach (var canary in (string[])["10001", "@example.org", "canary", "010180-9005", "findRegistrant", "demo-dpo"])
        {
            sent.Values.ShouldAllBe(text => !text.Contains(canary, StringComparison.Ordinal), canary);
        }
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("ftp://127.0.0.1")]
    public async Task Start_Should_BeRefused_When_TheEndpointIsNoAddress(string endpoint)
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => TestHub.StartAsync(null, $"--{TelemetryExport.Endpoint}={endpoint}"));

        refused.Message.ShouldContain(TelemetryExport.Endpoint);
    }

    /// <summary>Takes what comes, as text: strings stand in protobuf as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication application;

        private Collector(WebApplication application) => this.application = application;

        public ConcurrentDictionary<string, string> Received { get; } = new();

        public string Address => application.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            collector.application.MapPost("{**path}", collector.ReceiveAsync);
            await collector.application.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private async Task ReceiveAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Received.AddOrUpdate(context.Request.Path, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        }
    }
}
