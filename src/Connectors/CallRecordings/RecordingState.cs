using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>What was found where a call says its recording is.</summary>
/// <param name="Media">The recording; null when there is none to hand out.</param>
/// <param name="Format">What its header says; null when that cannot be read.</param>
/// <param name="Gap">What is wrong with it, in words that a count can follow; null when nothing is.</param>
internal sealed record RecordingState(MediaValue? Media, WavFormat? Format, string? Gap)
{
    public static RecordingState None { get; } = new(null, null, null);

    public static RecordingState Outside { get; } =
        new(null, null, "Recordings not handed out, because their path is not that of a WAV file in the source's folder");

    public static RecordingState Missing { get; } =
        new(null, null, "Recordings that call detail records name and that are not in the folder");

    public static RecordingState Malformed(MediaValue media) =>
        new(media, null, "Recordings with a malformed WAV header, whose channels and length are not known");

    public override string ToString() => nameof(RecordingState);
}
