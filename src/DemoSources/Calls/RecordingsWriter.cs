using System.Globalization;
using System.Text;

namespace PersonalDataHub.DemoSources.Calls;

/// <summary>Writes the exchange's folder: Asterisk's Master.csv and the recordings it refers to.</summary>
/// <remarks>
/// With many people only the first calls have audio, so that the folder stays small: the others' userfield is empty,
/// as it is where a call was not recorded.
/// </remarks>
internal sealed class RecordingsWriter(string directory)
{
    private const int Recorded = 5_000;
    private const int RecordedAtLength = 200;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.2);

    private readonly List<DemoCall> calls = [];

    public void Add(IEnumerable<DemoCall> more) => calls.AddRange(more);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var ordered = calls.Select((call, place) => (call, place)).OrderBy(entry => entry.call.Start).ThenBy(entry => entry.place);
        var path = Path.Combine(directory, "Master.csv");
        await using var master = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        master.NewLine = "\n";
        var sequence = 0;
        foreach (var (call, place) in ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sequence++;
            var uniqueId = string.Create(CultureInfo.InvariantCulture, $"{call.Start.ToUnixTimeSeconds()}.{sequence}");
            var audio = call.Answered && place < Recorded ? await RecordAsync(call, place, uniqueId, cancellationToken) : "";
            await master.WriteLineAsync(MasterLine.Of(call, sequence, uniqueId, audio).AsMemory(), cancellationToken);
        }
    }

    private async Task<string> RecordAsync(DemoCall call, int place, string uniqueId, CancellationToken cancellationToken)
    {
        var day = LocalTime.Of(call.Start).ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        var length = place < RecordedAtLength ? TimeSpan.FromSeconds(1 + (place % 5 / 2.0)) : Short;
        var wave = ToneFile.Make(length, callerTone: 300 + (place % 7 * 40), agentTone: 700 + (call.Agent % 10 * 40));
        Directory.CreateDirectory(Path.Combine(directory, day));
        var relative = $"{day}/{uniqueId}.wav";
        await File.WriteAllBytesAsync(Path.Combine(directory, relative), wave, cancellationToken);
        return relative;
    }
}
