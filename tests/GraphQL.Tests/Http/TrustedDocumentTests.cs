using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Titles = "query Titles { titles }\n";
    private const string Lend = "mutation { lendBook(input: { book: \"b1\", to: \"x\" }) { loan { to } } }";
    private static readonly string Hash = TrustedDocuments.HashOf(Titles);

    private readonly TemporaryDirectory folder = new();

    private string Manifest => folder.File("trusted.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void HashOf_Should_BeTheSpecificationsExample() => TrustedDocuments.HashOf("query($id:ID!){user(id:$id){name}}")
        .ShouldBe("71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b");

    [Theory]
    [InlineData("documentId", "{0}", 200, "Kalevala")]
    [InlineData("documentId", "sha256:{0}", 200, "Kalevala")]
    [InlineData("extensions", "{0}", 200, "Kalevala")]
    [InlineData("documentId", "md5:{0}", 400, "DOCUMENT_NOT_FOUND")]
    [InlineData("documentId", "0000", 400, "DOCUMENT_NOT_FOUND")]
    [InlineData("documentId", "", 400, "DOCUMENT_NOT_FOUND")]
    public async Task Post_Should_RunTheDocumentThatIsNamed(string where, string id, int status, string answer)
    {
        await using var host = await StartAsync(onlyTrusted: true);
        id = id.Replace("{0}", Hash, StringComparison.Ordinal);

        using var response = await host.Client.PostAsJsonAsync("/graphql", where == "documentId"
            ? new { documentId = id }
            : (object)new { extensions = new { persistedQuery = new { version = 1, sha256Hash = id } } });

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldContain(answer);
    }

    [Theory]
    [InlineData("?documentId=sha256:{0}", 200)]
    [InlineData("?documentId={0}&operationName=Titles", 200)]
    [InlineData("?documentId=sha256:{1}", 405)]
    [InlineData("?extensions=%7B%22persistedQuery%22%3A%7B%22sha256Hash%22%3A%22{0}%22%7D%7D", 200)]
    [InlineData("?documentId=a&documentId=b", 400)]
    public async Task Get_Should_RunTheDocumentThatIsNamed(string address, int status)
    {
        await using var host = await StartAsync();
        address = address.Replace("{0}", Hash, StringComparison.Ordinal).Replace("{1}", TrustedDocuments.HashOf(Lend), StringComparison.Ordinal);

        using var response = await host.Client.GetAsync("/graphql" + address);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData(true, "{ titles }", null, 403)]
    [InlineData(true, Titles, null, 200)]
    [InlineData(true, "{ titles }", "developer", 200)]
    [InlineData(true, "{ broken", null, 403)]
    [InlineData(false, "{ titles }", null, 200)]
    public async Task Post_Should_RefuseOtherDocuments_When_OnlyTrustedOnesRun(bool onlyTrusted, string query, string? who, int status)
    {
        await using var host = await StartAsync(onlyTrusted);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("X-Who", who ?? "anybody");

        using var response = await host.Client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).Contains("DOCUMENT_NOT_TRUSTED", StringComparison.Ordinal).ShouldBe(status == 403);
    }

    [Fact]
    public async Task Post_Should_RefuseOtherDocuments_In_Batches_And_Streams()
    {
        await using var host = await StartAsync(onlyTrusted: true);

        using var batch = await host.Client.PostAsJsonAsync("/graphql", new object[] { new { documentId = Hash }, new { query = "{ titles }" } });
        using var stream = await host.PostAsync("{ titles }", accept: "text/event-stream");

        (await batch.Content.ReadAsStringAsync()).ShouldContain("DOCUMENT_NOT_TRUSTED");
        stream.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_Should_BeRefused_When_TheQueryIsAnotherThanTheOneNamed()
    {
        await using var host = await StartAsync();

        using var response = await host.Client.PostAsJsonAsync("/graphql", new { documentId = Hash, query = "{ books { id } }" });

        (await response.Content.ReadAsStringAsync()).ShouldContain("DOCUMENT_ID_MISMATCH");
    }

    [Fact]
    public async Task Start_Should_TellAllMistakesOfTheManifest()
    {
        var manifest = new Dictionary<string, object>
        {
            [new string('0', 64)] = Titles,
            [TrustedDocuments.HashOf("{ broken")] = "{ broken",
            [Hash] = Titles,
            ["sha256:" + Hash] = Titles,
            ["1"] = 2,
        };
        await File.WriteAllTextAsync(Manifest, JsonSerializer.Serialize(manifest));

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => StartWithAsync(onlyTrusted: false));

        refused.Message.ShouldContain($"Entry 1 stands under another hash than its document's, {Hash}.");
        refused.Message.ShouldContain("Entry 2 is no document");
        refused.Message.ShouldContain("Entry 4 stands there twice.");
        refused.Message.ShouldContain("Entry 5 has no text");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("[")]
    [InlineData("[]")]
    public async Task Start_Should_BeRefused_When_ThereIsNoManifest(string? text)
    {
        if (text is not null)
        {
            await File.WriteAllTextAsync(Manifest, text);
        }

        await Should.ThrowAsync<InvalidOperationException>(() => StartWithAsync(onlyTrusted: false));
    }

    [Fact]
    public async Task Manifest_Should_BeFollowed_And_KeptWhileItHasMistakes()
    {
        // arrange
        await using var host = await StartAsync(onlyTrusted: true);
        var documents = host.Services.GetRequiredService<TrustedDocuments>();
        var other = TrustedDocuments.HashOf("{ books { id } }");

        // act
        await File.WriteAllTextAsync(Manifest, "{ broken");
        documents.ReadAgain();
        var kept = documents.Find(Hash);
        await WriteAsync("{ books { id } }");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (documents.Find(other) is null)
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }

        // assert
        kept.ShouldBe(Titles);
        documents.Find(Hash).ShouldBeNull();
    }

    private async Task<GraphQLHost> StartAsync(bool onlyTrusted = false)
    {
        await WriteAsync(Titles, Lend);
        return await StartWithAsync(onlyTrusted);
    }

    private Task<GraphQLHost> StartWithAsync(bool onlyTrusted) => GraphQLHost.StartAsync(b => b.AddLibrary().ModifyOptions(o =>
    {
        o.MaximumBatchSize = 2;
        o.TrustedDocuments.ManifestFile = Manifest;
        o.TrustedDocuments.OnlyTrustedDocuments = onlyTrusted;
        o.TrustedDocuments.AllowsAdHocDocuments = context => context.Request.Headers["X-Who"] == "developer";
    }));

    private Task WriteAsync(params IEnumerable<string> documents) =>
        File.WriteAllTextAsync(Manifest, JsonSerializer.Serialize(documents.ToDictionary(TrustedDocuments.HashOf)), Encoding.UTF8);
}
