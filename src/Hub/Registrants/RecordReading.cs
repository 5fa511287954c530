namespace PersonalDataHub.Hub.Registrants;

/// <summary>Records that are being read.</summary>
/// <param name="Lists">The lists wanted, each done when its own sources have answered or are given up.</param>
/// <param name="Profile">The unified profile; empty when it is not wanted.</param>
internal sealed record RecordReading(IReadOnlyDictionary<RecordSelection, Task<RecordList>> Lists, Task<Profile> Profile)
{
    /// <summary>All lists but some, awaited.</summary>
    public async Task<IReadOnlyDictionary<RecordSelection, RecordList>> WithoutAsync(IReadOnlySet<RecordSelection> deferred)
    {
        var wanted = Lists.Where(list => !deferred.Contains(list.Key)).ToList();
        await Task.WhenAll(wanted.Select(list => list.Value)).ConfigureAwait(false);
        return wanted.ToDictionary(list => list.Key, list => list.Value.Result);
    }
}
