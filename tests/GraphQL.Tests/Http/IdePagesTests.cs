using System.Net;
using PersonalDataHub.GraphQL.Http;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class IdePagesTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Get_Should_ExplainItself_When_NoFolderIsConfigured()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var page = await BrowseAsync(host, "/graphql");

        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        (await page.Content.ReadAsStringAsync()).ShouldContain("""<a href="/graphql?sdl">""");
    }

    [Fact]
    public async Task Get_Should_FrameGraphiQL_When_FolderHasNoIndex()
    {
        await using var host = await StartAsync(b => b.ModifyOptions(o => o.IdeHeaders["Authorization"] = "Bearer \"demo\"<"));

        var page = await (await BrowseAsync(host, "/graphql")).Content.ReadAsStringAsync();

        page.ShouldContain("""<script defer src="/graphql/ide/graphiql.min.js"></script>""");
        page.ShouldContain("data-endpoint=\"/graphql\"");
        page.ShouldContain("data-headers=\"{&quot;Authorization&quot;:&quot;Bearer ");
        page.ShouldNotContain("demo\"<");
    }

    [Fact]
    public async Task Get_Should_OpenWithQueryAndVariables_When_TheyAreConfigured()
    {
        await using var host = await StartAsync(b => b.ModifyOptions(o =>
        {
            o.IdeQuery = "query A($n: Int) { b(is: \"<>\") }";
            o.IdeVariables["n"] = 7;
        }));

        var page = await (await BrowseAsync(host, "/graphql")).Content.ReadAsStringAsync();

        page.ShouldContain("data-variables=\"{&quot;n&quot;:7}\"");
        page.ShouldContain("data-query=\"query A($n: Int) { b(is: &quot;&lt;&gt;&quot;) }\"");
    }

    [Theory]
    [InlineData("graphiql.min.js", 200, "text/javascript; charset=utf-8")]
    [InlineData("start.js", 200, "text/javascript; charset=utf-8")]
    [InlineData("start.css", 200, "text/css; charset=utf-8")]
    [InlineData("sub/font.woff2", 200, "font/woff2")]
    [InlineData("missing.js", 404, null)]
    [InlineData(".hidden.js", 404, null)]
    [InlineData("unknown.kind", 404, null)]
    [InlineData("../secret.js", 404, null)]
    [InlineData("..%2Fsecret.js", 404, null)]
    [InlineData("sub/..%2f..%2fsecret.js", 404, null)]
    [InlineData("%2e%2e/secret.js", 404, null)]
    [InlineData("..%5Csecret.js", 404, null)]
    [InlineData("%2Fetc%2Fpasswd.js", 404, null)]
    [InlineData("welcome.html", 404, null)]
    public async Task Get_Should_ServeOnlyFilesOfTheFolder(string name, int status, string? contentType)
    {
        await using var host = await StartAsync(_ => { });

        using var response = await BrowseAsync(host, "/graphql/ide/" + name);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.ToString().ShouldBe(contentType);
    }

    [Fact]
    public async Task Get_Should_ServeIndexOfFolder_When_ThereIsOne()
    {
        await using var host = await StartAsync(_ => { });
        File.WriteAllText(Path.Combine(directory.Path, "ide", "index.html"), "<p>own</p>");

        var response = await BrowseAsync(host, "/graphql");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("<p>own</p>");
    }

    public void Dispose() => directory.Dispose();

    private Task<GraphQLHost> StartAsync(Action<GraphQLServerBuilder> configure)
    {
        var ide = Path.Combine(directory.Path, "ide");
        Directory.CreateDirectory(Path.Combine(ide, "sub"));
        File.WriteAllText(Path.Combine(ide, "graphiql.min.js"), "let a;");
        File.WriteAllText(Path.Combine(ide, ".hidden.js"), "let a;");
        File.WriteAllText(Path.Combine(ide, "unknown.kind"), "x");
        File.WriteAllText(Path.Combine(ide, "sub", "font.woff2"), "x");
        File.WriteAllText(Path.Combine(directory.Path, "secret.js"), "secret");
        return GraphQLHost.StartAsync(b => configure(b.AddLibrary().ModifyOptions(o => o.IdeFolder = ide)));
    }

    private static Task<HttpResponseMessage> BrowseAsync(GraphQLHost host, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Client.BaseAddress + address.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        return host.Client.SendAsync(request);
    }
}
