using System.Net;
using System.Net.Http.Headers;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>Recordings are fetched apart, whole or in part, by their address and the caller's own key.</summary>
public sealed class RecordingDownloadTests(RecordingHub shared) : IClassFixture<RecordingHub>
{
    private const string Calls = """
        { findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S") {
          registrant { callRecords { nodes { startedAt recording { contentType length address } } } } } }
        """;

    private readonly TestHub hub = shared.Hub;

    [Fact]
    public async Task Get_Should_GiveTheFileOnDisk_When_NoRangeIsAsked()
    {
        // arrange
        var (address, file) = await RecordingAsync();

        // act
        using var response = await SendAsync(address);

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        response.Headers.AcceptRanges.ShouldBe(["bytes"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(file);
    }

    [Theory]
    [InlineData(0, 99)]
    [InlineData(1000, 1999)]
    [InlineData(5000, null)]
    [InlineData(null, 500)]
    [InlineData(100, 99_999_999)]
    public async Task Get_Should_GiveTheBytes_When_ARangeIsAsked(int? from, int? to)
    {
        // arrange
        var (address, file) = await RecordingAsync();
        var first = from ?? file.Length - to!.Value;
        var last = from is null ? file.Length - 1 : Math.Min(to ?? int.MaxValue, file.Length - 1);

        // act
        using var response = await SendAsync(address, new RangeHeaderValue(from, to));

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes {first}-{last}/{file.Length}");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(file[first..(last + 1)]);
    }

    [Fact]
    public async Task Get_Should_Be416_When_TheRangeIsOutside()
    {
        // arrange
        var (address, file) = await RecordingAsync();

        // act
        using var response = await SendAsync(address, new RangeHeaderValue(file.Length, null));

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        response.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes */{file.Length}");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_Should_TellTheLength_When_NothingIsToBeSent()
    {
        // arrange
        var (address, file) = await RecordingAsync();

        // act
        using var response = await hub.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(file.Length);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Should_Be401_When_NoKeyIsGiven()
    {
        // arrange
        var (address, _) = await RecordingAsync();
        using var stranger = new HttpClient { BaseAddress = hub.Address };

        // act
        using var response = await stranger.GetAsync(address);

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Should_Be404_When_TheAddressWasTamperedWith()
    {
        // arrange
        var (address, _) = await RecordingAsync();
        var middle = address.Length - 20;
        var tampered = address[..middle] + (address[middle] == 'A' ? 'B' : 'A') + address[(middle + 1)..];

        // act
        using var response = await SendAsync(tampered);
        using var invented = await SendAsync("/media/AAAA");

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        invented.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Should_Be404_When_TheAddressIsOlderThanTenMinutes()
    {
        // arrange
        var (address, _) = await RecordingAsync();
        try
        {
            // act
            shared.Clock.Ahead = TimeSpan.FromMinutes(9.5);
            using var inTime = await SendAsync(address);
            shared.Clock.Ahead = TimeSpan.FromMinutes(10.1);
            using var late = await SendAsync(address);

            // assert
            inTime.StatusCode.ShouldBe(HttpStatusCode.OK);
            late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        finally
        {
            shared.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task Get_Should_LeaveAnAuditEntry_When_ARecordingIsFetched()
    {
        // arrange
        var (address, _) = await RecordingAsync();
        var trail = hub.Service<AuditTrail>();
        var before = await trail.ReadAsync(null, CancellationToken.None).CountAsync();

        // act
        using var whole = await SendAsync(address);
        using var part = await SendAsync(address, new RangeHeaderValue(0, 99));
        await whole.Content.ReadAsByteArrayAsync();
        await part.Content.ReadAsByteArrayAsync();

        // assert
        await ClosedAsync(trail, before + 4);
        var entries = await trail.ReadAsync(null, CancellationToken.None).Skip(before).ToListAsync();
        entries.ShouldAllBe(entry => entry.Intent.Operation == "listen" && entry.Intent.Actor == "demo-dpo"
            && entry.Intent.Purpose == "data-subject-rights" && entry.Intent.Register == "telecom");
        entries.Count(entry => entry.Outcome is { Outcome: "done" } outcome && outcome.Sources.Single().Source == "call-recordings").ShouldBe(2);
        (await trail.VerifyAsync(null, CancellationToken.None)).IsIntact.ShouldBeTrue();
    }

    // The closing entry follows the last byte, which the client may have before it is written.
    private static async Task ClosedAsync(AuditTrail trail, int entries)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await trail.ReadAsync(null, limit.Token).CountAsync(limit.Token) < entries)
        {
            await poll.WaitForNextTickAsync(limit.Token);
        }
    }

    private Task<HttpResponseMessage> SendAsync(string address, RangeHeaderValue? range = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = range;
        return hub.Http.SendAsync(request);
    }

    /// <summary>The address of a recording, and the file it stands for, which is named after the second the call began.</summary>
    private async Task<(string Address, byte[] File)> RecordingAsync()
    {
        var calls = (await hub.DataAsync(Calls)).Items("findRegistrant.registrant.callRecords.nodes");
        var call = calls[0];
        var began = call.At("startedAt").GetDateTimeOffset().ToUnixTimeSeconds();
        var file = Directory.GetFiles(Path.Combine(hub.DataDirectory, "telecom", "recordings"), $"{began}.*.wav", SearchOption.AllDirectories)
            .ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(file);
        call.At("recording.length").GetInt64().ShouldBe(bytes.Length);
        return (call.Text("recording.address")!, bytes);
    }
}
