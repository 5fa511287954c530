using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.GraphQL;

namespace PersonalDataHub.Hub.FunctionalTests.GraphQL;

/// <summary>How operations reach a hub that runs trusted documents only.</summary>
public sealed class TransportTests(TransportTests.TrustingHub shared) : IClassFixture<TransportTests.TrustingHub>
{
    private const string Registers = "{ registers { id } }";
    private const string Person =
        """query($by: RegistrantKey!) { findRegistrant(register: "telecom", by: $by, waitAtMost: "PT10S") { registrant { id } } }""";

    [Fact]
    public async Task Post_Should_RefuseOtherDocuments_When_TheCallerIsATool()
    {
        using var refused = await PostAsync(new { query = "{ __typename }" }, shared.ToolKey);
        using var sent = await PostAsync(new { query = Registers }, shared.ToolKey);
        using var named = await PostAsync(new { documentId = "sha256:" + HashOf(Registers) }, shared.ToolKey);
        using var officer = await PostAsync(new { query = "{ __typename }" }, "demo-dpo");

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("DOCUMENT_NOT_TRUSTED");
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await named.Content.ReadAsStringAsync()).ShouldContain("telecom");
        officer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_Should_AskForKeyAndPurposeAsEver_When_ADocumentIsNamed()
    {
        var request = new { documentId = HashOf(Person), variables = new { by = new { customerId = "10001" } } };

        using var stranger = await PostAsync(request, "wrong");
        using var aimless = await PostAsync(request, shared.ToolKey);

        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await aimless.Content.ReadAsStringAsync()).ShouldContain("PURPOSE_MISSING");
    }

    [Theory]
    [InlineData(null, "gzip")]
    [InlineData("a=b", null)]
    public async Task Answer_Should_BePacked_When_NoCookieCameAlong(string? cookie, string? encoding)
    {
        using var response = await PostAsync(new { query = Registers }, shared.ToolKey, request =>
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
            if (cookie is not null)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookie);
            }
        });

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("multipart/mixed")]
    public async Task Answer_Should_NotBePacked_When_ItIsAStream(string accept)
    {
        using var response = await PostAsync(new { query = Registers }, shared.ToolKey, request =>
        {
            request.Headers.Accept.Clear();
            request.Headers.Accept.ParseAdd(accept);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        });

        response.Content.Headers.ContentType!.MediaType.ShouldBe(accept);
        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Should_BeRefused_When_AMegabyteUnpacksToAGigabyte()
    {
        // arrange
        var member = Pack(Enumerable.Repeat((byte)' ', 16 * 1024 * 1024).ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = new ByteArrayContent([.. Enumerable.Repeat(member, 64).SelectMany(bytes => bytes)]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");
        var before = Environment.WorkingSet;

        // act
        using var response = await shared.Hub.Http.SendAsync(request);

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (Environment.WorkingSet - before).ShouldBeLessThan(512L * 1024 * 1024);
    }

    private async Task<HttpResponseMessage> PostAsync(object body, string key, Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient { BaseAddress = shared.Hub.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        change?.Invoke(request);
        return await http.SendAsync(request);
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }

    /// <summary>A hub with a manifest of two documents and a tool that may run nothing else.</summary>
    public sealed class TrustingHub : SharedHub
    {
        private readonly TemporaryDirectory folder = new();

        public string ToolKey { get; } = ApiKey.Create();

        protected override async Task<TestHub> StartAsync()
        {
            var manifest = new[] { Registers, Person }.ToDictionary(HashOf);
            await File.WriteAllTextAsync(folder.File("trusted.json"), JsonSerializer.Serialize(manifest));
            return await TestHub.StartAsync(
                null,
                $"--{Transport.TrustedDocuments}={folder.File("trusted.json")}",
                $"--{Transport.OnlyTrusted}=true",
                "--Hub:ApiKeys:0:Name=tool", $"--Hub:ApiKeys:0:Hash={ApiKey.Hash(ToolKey)}",
                "--Hub:ApiKeys:0:Role=tool", "--Hub:ApiKeys:0:Registers:0=*");
        }
    }
}
