using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class RequestBodyTests
{
    private const int Limit = 1000;
    private static readonly byte[] Query = """{"query":"{ titles }"}"""u8.ToArray();

    [Theory]
    [InlineData(Limit, 200)]
    [InlineData(Limit + 1, 413)]
    public async Task Post_Should_HoldTheLimitToTheByte(int length, int status)
    {
        await using var host = await StartAsync();

        using var response = await PostAsync(host, [.. Query, .. Enumerable.Repeat((byte)' ', length - Query.Length)]);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Post_Should_HoldTheLimit_When_TheLengthIsNotSaid()
    {
        await using var host = await StartAsync();
        using var content = new StreamContent(new MemoryStream(new byte[3 * Limit]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"PAYLOAD_TOO_LARGE\"");
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    public async Task Post_Should_RefuseWhatIsNoUtf8(byte[] sign)
    {
        await using var host = await StartAsync();

        using var response = await PostAsync(host, [.. "{\"query\":\"{ titles } # "u8, .. sign, .. "\"}"u8]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("br", 200)]
    [InlineData("deflate", 200)]
    [InlineData("identity", 200)]
    [InlineData("zstd", 415)]
    [InlineData("gzip, gzip", 415)]
    public async Task Post_Should_ReadPackedBodies_When_TheServerUnpacks(string encoding, int status)
    {
        await using var host = await StartAsync(unpack: true);

        using var response = await PostAsync(host, Pack(encoding, Query), encoding);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Post_Should_RefusePackedBodies_When_NobodyUnpacks(string encoding)
    {
        await using var host = await StartAsync();

        using var response = await PostAsync(host, Pack(encoding, Query), encoding);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Post_Should_RefuseWhatIsNotPackedAsItSays()
    {
        await using var host = await StartAsync(unpack: true);

        using var response = await PostAsync(host, Query, "gzip");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_Should_UnpackNoMoreThanTheLimit_When_AMegabyteHoldsAGigabyte()
    {
        // arrange: a gzip file may have many parts; unpacked they are one after the other
        const int BombLimit = 2 * 1024 * 1024;
        var member = Pack("gzip", Enumerable.Repeat((byte)' ', 16 * 1024 * 1024).ToArray());
        var bomb = Enumerable.Repeat(member, 64).SelectMany(bytes => bytes).ToArray();
        bomb.Length.ShouldBeInRange(900_000, BombLimit);
        long unpacked = 0;
        await using var host = await GraphQLHost.StartAsync(
            b => b.AddLibrary().Services.AddRequestDecompression(),
            use: application => application.UseRequestDecompression().Use((context, next) =>
            {
                context.Request.Body = new Counting(context.Request.Body, count => unpacked += count);
                return next(context);
            }));

        // act
        using var response = await PostAsync(host, bomb, "gzip");

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        unpacked.ShouldBeInRange(1, BombLimit + 128 * 1024);
    }

    private static Task<GraphQLHost> StartAsync(bool unpack = false) => GraphQLHost.StartAsync(
        b => b.AddLibrary().ModifyOptions(o => o.MaximumBodyBytes = Limit).Services.AddRequestDecompression(),
        use: application => _ = unpack ? application.UseRequestDecompression() : application);

    private static Task<HttpResponseMessage> PostAsync(GraphQLHost host, byte[] body, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (encoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        return host.Client.PostAsync("/graphql", content);
    }

    private static byte[] Pack(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => packed,
        })
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }

    /// <summary>Tells how much was read.</summary>
    private sealed class Counting(Stream body, Action<int> read) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await body.ReadAsync(buffer, cancellationToken);
            read(count);
            return count;
        }
    }
}
