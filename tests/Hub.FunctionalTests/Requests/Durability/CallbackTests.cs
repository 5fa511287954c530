using System.Net;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A source that says over HTTP that it is done has the hub look; nobody else has.</summary>
public sealed class CallbackTests
{
    [Fact]
    public async Task Post_Should_HaveTheSourceLookedAt_When_TheTokenIsTheTasks()
    {
        // arrange
        await using var hub = await TestHub.StartAsync(
            (data, config, plugins) => new LedgerRegister(data).Configure(config, plugins, "none"),
            [.. LedgerRegister.HurryArguments, "--Hub:Fulfillment:CallbackAddress=https://hub.example.org"]);
        using var desk = new RightsDesk(hub.Address, LedgerRegister.Id);
        using var source = new HttpClient { BaseAddress = hub.Address };
        new LedgerRegister(hub.DataDirectory).Archive.Switch("pending-for 5184000");
        var request = await desk.RequestErasureAsync("10001");
        var waiting = await desk.UntilAsync(request, now => now.WaitsAt("archive", "SOURCE_DELAY"));
        var callback = hub.Service<CallbackTokens>().Of(Guid.Parse(waiting.TaskAt("archive").Text("id")!))!;

        // act
        HttpStatusCode[] refused =
        [
            await PostAsync(source, callback.Address.AbsolutePath, null),
            await PostAsync(source, callback.Address.AbsolutePath, "demo-dpo"),
            await PostAsync(source, $"/callbacks/{Guid.NewGuid()}", callback.Token),
        ];
        await MakeDueAsync(Path.Combine(hub.DataDirectory, "archive.db"));
        var taken = await PostAsync(source, callback.Address.AbsolutePath, callback.Token);
        var done = await desk.UntilStatusAsync(request, "DONE");

        // assert
        refused.ShouldAllBe(status => status == HttpStatusCode.NotFound);
        taken.ShouldBe(HttpStatusCode.Accepted);
        done.OutcomesAt("archive").ShouldAllBe(outcome => outcome == "VERIFIED");
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient source, string path, string? token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path);
        message.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await source.SendAsync(message, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task MakeDueAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE pending SET due = 0";
        await command.ExecuteNonQueryAsync();
    }
}
