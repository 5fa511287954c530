using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class OperationTelemetryTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ActivityListener listener;

    public OperationTelemetryTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task Span_Should_NameTheOperation_And_HaveItsPhasesBelow()
    {
        const string Query = "query Listing($n: Int!) { books(first: $n) { id } } # span";
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        // act
        await host.QueryAsync(Query, new { n = 1 });
        await host.QueryAsync(Query, new { n = 2 });

        // assert
        var operations = SpansOf(Query);
        operations.Select(s => s.DisplayName).ShouldBe(["query", "query"]);
        operations[0].GetTagItem("graphql.operation.type").ShouldBe("query");
        operations[0].GetTagItem("graphql.operation.name").ShouldBe("Listing");
        operations[0].GetTagItem("graphql.outcome").ShouldBe("ok");
        PhasesOf(operations[0]).ShouldBe(["GraphQL parse", "GraphQL validate", "GraphQL plan", "GraphQL execute"]);
        PhasesOf(operations[1]).ShouldBe(["GraphQL plan", "GraphQL execute"]);
    }

    [Theory]
    [InlineData("{ broken # span", "SYNTAX_ERROR")]
    [InlineData("{ unknown # span\n }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ failsPolitely # span\n }", "CLOSED")]
    public async Task Span_Should_TellHowItEnded_When_ItFailed(string query, string code)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        await host.QueryAsync(query);

        var span = SpansOf(query).ShouldHaveSingleItem();
        span.GetTagItem("graphql.outcome").ShouldBe(code);
        span.Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task Telemetry_Should_HoldNoDocument_No_Variable_And_NoValue()
    {
        const string Query = "query($t: String!) { search(key: { title: $t }) { title } titles a: book(id: \"canary-literal\") { title } }";
        var measured = new ConcurrentQueue<string>();
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());
        using var meters = Listen(host, (name, value, tags) => measured.Enqueue($"{name} {value} {string.Join(' ', tags)}"));

        // act
        await host.QueryAsync(Query, new { t = "canary-variable" });
        await host.QueryAsync(Query, new { t = 1 });

        // assert
        var told = SpansOf(Query).Concat(spans.Where(s => SpansOf(Query).Any(o => o.SpanId == s.ParentSpanId)))
            .Select(s => $"{s.DisplayName} {s.StatusDescription} {string.Join(' ', s.TagObjects)} {string.Join(' ', s.Events.Select(e => e.Name))}")
            .Concat(measured).ToList();
        told.Count.ShouldBeGreaterThan(6);
        told.ShouldAllBe(t => !t.Contains("canary", StringComparison.Ordinal) && !t.Contains("titles", StringComparison.Ordinal) && !t.Contains("Kalevala", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_Should_CountOperationsDocumentsAndSubscriptions()
    {
        // arrange
        var desk = new NewsDesk();
        var measured = new ConcurrentQueue<(string Name, double Value, string Tags)>();
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        using var meters = Listen(host, (name, value, tags) => measured.Enqueue((name, value, string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}")))));

        // act
        await host.QueryAsync("{ motto }");
        await host.QueryAsync("{ motto }");
        await host.QueryAsync("{ broken");
        using (var events = await host.SubscribeAsync("subscription { articles(section: \"home\") { title } }"))
        {
            meters.RecordObservableInstruments();
        }

        await desk.Left.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // assert
        Of("graphql.server.operation.duration").ShouldBe([
            "graphql.operation.type=query graphql.outcome=ok",
            "graphql.operation.type=query graphql.outcome=ok",
            "graphql.operation.type=unknown graphql.outcome=SYNTAX_ERROR",
            "graphql.operation.type=subscription graphql.outcome=ok"]);
        Of("graphql.server.documents").ShouldBe([
            "graphql.document.known=False", "graphql.document.known=True", "graphql.document.known=False", "graphql.document.known=False"]);
        measured.Single(m => m.Name == "graphql.server.subscriptions").Value.ShouldBe(1);

        IEnumerable<string> Of(string name) => measured.Where(m => m.Name == name).Select(m => m.Tags);
    }

    /// <summary>Spans of other tests come by too, so each document here is its own.</summary>
    private List<Activity> SpansOf(string query) =>
        [.. spans.Where(s => s.GetTagItem("graphql.document.hash") is string hash && hash == "sha256:" + TrustedDocuments.HashOf(query))];

    private IEnumerable<string> PhasesOf(Activity operation) => spans.Where(s => s.ParentSpanId == operation.SpanId).OrderBy(s => s.StartTimeUtc).Select(s => s.OperationName);

    private static MeterListener Listen(GraphQLHost host, Action<string, double, KeyValuePair<string, object?>[]> measured)
    {
        var scope = host.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == GraphQLTelemetry.Name && instrument.Meter.Scope == scope)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured(instrument.Name, value, tags.ToArray()));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured(instrument.Name, value, tags.ToArray()));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => measured(instrument.Name, value, tags.ToArray()));
        listener.Start();
        return listener;
    }
}
