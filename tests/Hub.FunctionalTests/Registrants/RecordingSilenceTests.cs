using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Disclosures;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>A recording has two parties: the other one's voice, and what is said of somebody else, can be kept out of what is handed out.</summary>
public sealed class RecordingSilenceTests(RecordingHub shared) : IClassFixture<RecordingHub>
{
    private const int Header = 44;
    private const int Rate = 8_000;
    private const string Result = "redactedRecording { redactions { from to by } }";

    private readonly TestHub hub = shared.Hub;

    [Theory]
    [InlineData("agent", 0, 1)]
    [InlineData("caller", 1, 0)]
    public async Task Get_Should_SilenceTheOtherSpeakersChannel_When_ItIsAsked(string silenced, int heard, int silent)
    {
        // arrange
        var (address, file) = (await RecordingsAsync())[0];

        // act
        var whole = await BytesAsync($"{address}?silence={silenced}");
        var part = await BytesAsync($"{address}?silence={silenced}", new RangeHeaderValue(1_001, 30_000));
        var plain = await BytesAsync(address);

        // assert
        var asRecorded = Samples(file);
        asRecorded.ShouldContain(frame => frame[silent] != 0, "the demo's agents and callers both speak");
        Samples(whole).Select(frame => frame[silent]).ShouldAllBe(sample => sample == 0);
        Samples(whole).Select(frame => frame[heard]).ShouldBe(asRecorded.Select(frame => frame[heard]));
        whole[..Header].ShouldBe(file[..Header]);
        part.ShouldBe(whole[1_001..30_001]);
        plain.ShouldBe(file);
    }

    [Fact]
    public async Task Get_Should_Be400_When_TheSpeakerIsUnknown()
    {
        using var response = await SendAsync($"{(await RecordingsAsync())[0].Address}?silence=everybody");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("'silence' is 'agent' or 'caller'");
    }

    [Fact]
    public async Task Get_Should_HandOutNothing_When_TheSpeakersAreOnOneChannel()
    {
        // arrange
        var recordings = await RecordingsAsync();
        var (address, file) = recordings[2];
        var path = Directory.GetFiles(Path.Combine(hub.DataDirectory, "telecom", "recordings"), "*.wav", SearchOption.AllDirectories)
            .Single(one => File.ReadAllBytes(one).AsSpan().SequenceEqual(file));
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        await File.WriteAllBytesAsync(path, file);

        // act
        using var response = await SendAsync($"{address}?silence=agent");

        // assert
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync()).ShouldContain("spans of time redacted instead");
        (await BytesAsync(address)).ShouldBe(file);
    }

    [Fact]
    public async Task RedactRecording_Should_SilenceTheSpanForEverybody_When_SomebodyElseIsSpokenOf()
    {
        // arrange
        var desk = new SharingDesk(hub);
        var recordings = await RecordingsAsync();
        var (address, file) = recordings[1];

        // act
        var redacted = await desk.DoneAsync("redactRecording", new { address, from = "PT1S", to = "PT2S", reason = "third-party" }, Result);
        var handedOut = await BytesAsync((await RecordingsAsync())[1].Address);
        var part = await BytesAsync(address, new RangeHeaderValue(Header + (Rate * 4), Header + (Rate * 4) + 99));

        // assert
        redacted.Items("redactions").Select(one => (one.Text("from"), one.Text("to"), one.Text("by"))).ShouldBe([("PT1S", "PT2S", "demo-dpo")]);
        var (before, after) = (Samples(file), Samples(handedOut));
        before.Skip(Rate).Take(Rate).ShouldContain(frame => frame[0] != 0 || frame[1] != 0);
        after.Skip(Rate).Take(Rate).ShouldAllBe(frame => frame[0] == 0 && frame[1] == 0);
        after.Take(Rate).SelectMany(frame => frame).ShouldBe(before.Take(Rate).SelectMany(frame => frame));
        after.Skip((2 * Rate) + 1).SelectMany(frame => frame).ShouldBe(before.Skip((2 * Rate) + 1).SelectMany(frame => frame));
        part.ShouldAllBe(one => one == 0);
        (await BytesAsync(recordings[0].Address)).ShouldBe(recordings[0].File);
        (await desk.OutcomesAsync("redactRecording")).ShouldBe(["redacted"]);
    }

    [Theory]
    [InlineData("PT2S", "PT1S", null, "MALFORMED")]
    [InlineData("PT1S", "PT2S", "/media/AAAA", "UNKNOWN_RECORDING")]
    public async Task RedactRecording_Should_BeRefused_When_SpanOrAddressIsNone(string from, string to, string? address, string code)
    {
        address ??= (await RecordingsAsync())[0].Address;

        var refusal = await new SharingDesk(hub).RefusedAsync("redactRecording", new { address, from, to, reason = "third-party" }, Result);

        refusal.ShouldHaveSingleItem().Text("code").ShouldBe(code);
    }

    private static IReadOnlyList<short[]> Samples(byte[] file) =>
    [
        .. Enumerable.Range(0, (file.Length - Header) / 4).Select(frame => (short[])
        [
            BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(Header + (frame * 4))),
            BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(Header + (frame * 4) + 2)),
        ]),
    ];

    // The person's recordings as the hub tells them, and the files on disk, which are named after the second the call began.
    private async Task<IReadOnlyList<(string Address, byte[] File)>> RecordingsAsync()
    {
        var calls = (await hub.FindAsync(new { customerId = "10001" }, "registrant { callRecords { nodes { startedAt recording { address } } } }"))
            .Items("registrant.callRecords.nodes");
        var folder = Path.Combine(hub.DataDirectory, "telecom", "recordings");
        return
        [
            .. calls.Where(call => call.At("recording").ValueKind != JsonValueKind.Null).Select(call => (
                call.Text("recording.address")!,
                File.ReadAllBytes(Directory.GetFiles(
                    folder, $"{call.At("startedAt").GetDateTimeOffset().ToUnixTimeSeconds()}.*.wav", SearchOption.AllDirectories).ShouldHaveSingleItem()))),
        ];
    }

    private async Task<byte[]> BytesAsync(string address, RangeHeaderValue? range = null)
    {
        using var response = await SendAsync(address, range);
        response.IsSuccessStatusCode.ShouldBeTrue(response.StatusCode.ToString());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private Task<HttpResponseMessage> SendAsync(string address, RangeHeaderValue? range = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = range;
        return hub.Http.SendAsync(request);
    }
}
