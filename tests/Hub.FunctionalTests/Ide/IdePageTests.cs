using System.Text.Json;
using Microsoft.Playwright;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Ide;

public sealed class IdePageTests
{
    private static readonly string[] TelecomSources = ["crm", "billing", "barring", "call-recordings", "call-traffic", "web-analytics"];

    [Fact]
    public async Task Page_Should_AnswerItsSampleQuery_When_TheButtonIsPressed()
    {
        // arrange
        RequiredTool.Find("The query editor (npm fetches it when the hub is built)", Path.Combine(AppContext.BaseDirectory, "ide", "graphiql.min.js"));
        await using var hub = await TestHub.StartAsync();
        var person = await hub.FindAsync(new { customerId = "10001" }, "registrant { profile { familyName { value } } }");
        await using var browser = await Chromium.StartAsync();
        var complaints = new List<string>();

        // act
        var page = await browser.OpenAsync(new Uri(hub.Address, "graphql"), complaints);
        await page.Locator("button.graphiql-execute-button").ClickAsync();
        await page.Locator(".result-window .CodeMirror-line", new() { HasText = "{" }).First.WaitForAsync();

        // assert
        var answer = await ResultAsync(page);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        answer.Text("data.findRegistrant.registrant.profile.familyName.value")
            .ShouldBe(person.Text("registrant.profile.familyName.value").ShouldNotBeNull());
        answer.Texts("data.findRegistrant.sources", "source.id").ShouldBe(TelecomSources, ignoreOrder: true);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_Should_ExplainItselfAndLinkTheSchema_When_TheEditorIsMissing()
    {
        // arrange
        using var nothing = new TemporaryDirectory();
        await using var hub = await TestHub.StartAsync(null, $"--Hub:IdeDirectory={nothing.File("ide")}");
        await using var browser = await Chromium.StartAsync();
        var complaints = new List<string>();

        // act
        var page = await browser.OpenAsync(new Uri(hub.Address, "graphql"), complaints);
        var explanation = await page.InnerTextAsync("body");
        var link = await page.GetByRole(AriaRole.Link).GetAttributeAsync("href");
        var schema = await hub.Http.GetStringAsync(new Uri(hub.Address, link));

        // assert
        explanation.ShouldContain("POST a JSON object");
        link.ShouldBe("/graphql?sdl");
        schema.ShouldContain("findRegistrant(");
        complaints.ShouldBeEmpty();
    }

    // The result pane draws only the lines in sight; its text as a whole is the editor's.
    private static async Task<JsonElement> ResultAsync(IPage page)
    {
        var text = await page.EvaluateAsync<string>("document.querySelector('.result-window .CodeMirror').CodeMirror.getValue()");
        using var answer = JsonDocument.Parse(text);
        return answer.RootElement.Clone();
    }
}
