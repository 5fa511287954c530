using PersonalDataHub.Connectors.LogIndex.Storage;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>A call that belongs to the person, read.</summary>
/// <param name="Key">What the hub knows it by.</param>
/// <param name="Found">Where it stands.</param>
/// <param name="Line">The line.</param>
/// <param name="Detail">The line, read.</param>
/// <param name="Parties">Which ends are the person's.</param>
/// <param name="Files">The files that the line stands in.</param>
/// <param name="SharedRecording">True when another customer can be heard in the recording too.</param>
internal sealed record HeldCall(
    string Key, FoundCall Found, byte[] Line, CallDetailRecord Detail, CallParties Parties, IReadOnlyList<KnownFile> Files, bool SharedRecording)
{
    public bool HasRecording => Detail.RecordingPath.Length > 0;

    public override string ToString() => nameof(HeldCall);
}
