using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>What a slow source holds can be left for later: the rest is answered before it.</summary>
public sealed class DeferredListTests
{
    private const string Query = """
        query Find($by: RegistrantKey!) {
          findRegistrant(register: "telecom", by: $by, waitAtMost: "PT40S") {
            conclusive
            registrant {
              invoices { complete nodes { number } }
              ... @defer(label: "notes") { notes { complete missing { source { id } } nodes { id } } }
            }
            ... @defer(label: "readings") { sources { source { id } status } }
          }
        }
        """;

    [Fact]
    public async Task FindRegistrant_Should_AnswerBeforeTheSlowSource_When_ItsListIsDeferred()
    {
        // arrange: the source answers when the file is there, and no sooner
        await using var hub = await TestHub.StartAsync((_, config, plugins) =>
        {
            Folders.Copy(Repository.TestPlugin("Slow"), Path.Combine(plugins, "slow"));
            File.WriteAllText(Path.Combine(config, "telecom", "slow.yaml"), "connector: slow\nname: Slow\ntimeout: PT1M\nsettings:\n  mode: deaf\n");
        });
        using var response = await SendAsync(hub);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var parts = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();

        // act
        var first = await NextAsync(parts);
        await File.WriteAllTextAsync(Path.Combine(hub.DataDirectory, "release"), "", TestContext.Current.CancellationToken);
        var later = new List<JsonElement> { await NextAsync(parts) };
        while (later[^1].GetProperty("hasNext").GetBoolean())
        {
            later.Add(await NextAsync(parts));
        }

        // assert
        first.At("data.findRegistrant.registrant.invoices.nodes").GetArrayLength().ShouldBeGreaterThan(0);
        first.At("data.findRegistrant.registrant").TryGetProperty("notes", out _).ShouldBeFalse();
        first.GetProperty("pending").EnumerateArray().Select(group => group.Text("label")).ShouldBe(["notes", "readings"], ignoreOrder: true);
        var data = later.Where(part => part.TryGetProperty("incremental", out _)).SelectMany(part => part.Items("incremental")).Select(part => part.At("data")).ToList();
        data.Single(part => part.TryGetProperty("notes", out _)).At("notes.complete").GetBoolean().ShouldBeTrue();
        data.Single(part => part.TryGetProperty("sources", out _)).Items("sources")
            .Single(reading => reading.Text("source.id") == "slow").Text("status").ShouldBe("NOTHING_FOUND");
    }

    [Fact]
    public async Task FindRegistrant_Should_AnswerWhole_When_TheClientTakesNoParts()
    {
        // arrange
        await using var hub = await TestHub.StartAsync();

        // act
        var data = await hub.DataAsync(Query.Replace("notes {", "serviceNotes {", StringComparison.Ordinal), new { by = new { customerId = "10001" } });

        // assert
        data.At("findRegistrant.registrant.serviceNotes.complete").GetBoolean().ShouldBeTrue();
        data.Items("findRegistrant.sources").ShouldNotBeEmpty();
    }

    private static async Task<HttpResponseMessage> SendAsync(TestHub hub)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = JsonContent.Create(new { query = Query, variables = new { by = new { customerId = "10001" } } }),
        };
        request.Headers.Add("X-Purpose", "data-subject-rights");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return await hub.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<SseItem<string>> parts)
    {
        (await parts.MoveNextAsync()).ShouldBeTrue();
        parts.Current.EventType.ShouldBe("next", parts.Current.Data);
        return JsonElement.Parse(parts.Current.Data);
    }
}
