using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.DemoSources.Tests.Telecom;

public sealed partial class FormatTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    private string Recordings => Path.Combine(demo.Path, TelecomDemo.RecordingsFolder);

    [Fact]
    public void MasterCsv_Should_HaveAsterisksColumns_When_Written()
    {
        var lines = demo.Lines(TelecomDemo.RecordingsFolder, "Master.csv");

        lines.Length.ShouldBeGreaterThan(100);
        lines.ShouldAllBe(line => Master().IsMatch(line));
        lines.ShouldContain(line => line.Contains("\"NO ANSWER\"", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("\"+3584", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("\"04", StringComparison.Ordinal));
    }

    [Fact]
    public void MasterCsv_Should_TellHelsinkiTime_When_TheUniqueIdTellsTheSecondInUtc()
    {
        var helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
        foreach (var line in demo.Lines(TelecomDemo.RecordingsFolder, "Master.csv"))
        {
            var match = Master().Match(line);
            var start = DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture));
            var local = TimeZoneInfo.ConvertTime(start, helsinki).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            match.Groups["start"].Value.ShouldBe(local);
        }
    }

    [Fact]
    public void Recordings_Should_BeTheFilesThatMasterCsvNames_When_Listed()
    {
        var named = demo.Lines(TelecomDemo.RecordingsFolder, "Master.csv")
            .Select(line => Master().Match(line).Groups["audio"].Value).Where(path => path.Length > 0);
        var present = Directory.EnumerateFiles(Recordings, "*.wav", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Recordings, path).Replace('\\', '/'));

        present.Order().ShouldBe(named.Order());
        named.ShouldAllBe(path => DatedFile().IsMatch(path));
    }

    [Fact]
    public void Recordings_Should_HaveEachPartyOnItsChannel_When_Stereo()
    {
        foreach (var path in Directory.EnumerateFiles(Recordings, "*.wav", SearchOption.AllDirectories).Take(20))
        {
            var file = File.ReadAllBytes(path);
            BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(22)).ShouldBe((short)2);
            BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)).ShouldBe(8_000);
            BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(34)).ShouldBe((short)16);
            BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)).ShouldBe(file.Length - 44);
            var left = Frames(file, 0);
            var right = Frames(file, 2);
            left.ShouldContain(sample => Math.Abs(sample) > 5_000);
            right.ShouldContain(sample => Math.Abs(sample) > 5_000);
            left.ShouldNotBe(right);
        }
    }

    [Fact]
    public void WebLogs_Should_HaveExactlyThreeUnreadableLines_When_AllAreRead()
    {
        string[] expected =
        [
            "access.log", "access.log.1", .. Enumerable.Range(2, 10).Select(age => $"access.log.{age}.gz"), "visitor-links.csv",
        ];

        (WebLogReading.Lines(demo).Count - WebLogReading.Views(demo).Count()).ShouldBe(3);
        Directory.EnumerateFiles(Path.Combine(demo.Path, TelecomDemo.WebLogsFolder)).Select(Path.GetFileName)
            .ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void WebLogs_Should_NameDocumentationAddressesOnly_When_AllAreRead()
    {
        string[] ranges = ["192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:"];

        WebLogReading.Views(demo).ShouldAllBe(view => ranges.Any(range => view.Address.StartsWith(range)));
        WebLogReading.Views(demo).Count(view => view.VisitorId == "-").ShouldBeGreaterThan(10);
    }

    private static short[] Frames(byte[] file, int channel) =>
        [.. Enumerable.Range(0, (file.Length - 44) / 4).Select(frame => BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(44 + (frame * 4) + channel)))];

    [GeneratedRegex(
        """"
        ^"\d*","\+?\d+","\+?\d+","[a-z-]+","""\+?\d+"" <\+?\d+>","[^"]+","[^"]+","(Queue|Dial)","[^"]*","(?<start>[^"]+)",("[^"]+")?,"[^"]+",\d+,\d+,"(ANSWERED|NO ANSWER)","DOCUMENTATION","(?<second>\d+)\.\d+","(?<audio>[^"]*)"$
        """")]
    private static partial Regex Master();

    [GeneratedRegex("""^\d{4}/\d{2}/\d{2}/\d+\.\d+\.wav$""")]
    private static partial Regex DatedFile();
}
