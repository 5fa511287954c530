using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Moves recordings aside and back, and deletes them.</summary>
internal sealed class RecordingMoves(RecordingFolder recordings, DurableFiles files)
{
    /// <summary>True when the recording can be dealt with here: its path is that of a recording in the folder.</summary>
    public bool IsInside(string path) => recordings.Resolve(path) is not null;

    /// <summary>Moves a recording among the restricted ones; nothing happens when it is there already, or nowhere.</summary>
    public void Restrict(string path)
    {
        if (recordings.Resolve(path) is { } place && File.Exists(place))
        {
            files.Move(place, recordings.RestrictedPlaceOf(path));
        }
    }

    /// <summary>Moves a recording back to where its call says it is.</summary>
    public void Release(string path)
    {
        var aside = recordings.RestrictedPlaceOf(path);
        if (recordings.Resolve(path) is { } place && File.Exists(aside))
        {
            files.Move(aside, place);
        }
    }

    /// <summary>Deletes a recording wherever it lies, and the link that leads to it.</summary>
    public void Erase(string path)
    {
        if (recordings.Resolve(path) is not { } place)
        {
            return;
        }

        files.Delete(place);
        files.Delete(recordings.RestrictedPlaceOf(path));
        if (recordings.LinkTo(path) is { } link)
        {
            files.Delete(link);
        }
    }
}
