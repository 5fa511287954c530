using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Tells, after a commit, who watches a request and who carries it out.</summary>
internal sealed class RequestWaking(RequestChanges changes, IFulfillmentEngine engine)
{
    /// <summary>Not cancelled with the caller: what is committed is to be run.</summary>
    public async Task AfterAsync(Guid request, IEnumerable<(string Register, string Source)> wake)
    {
        changes.Changed(request);
        foreach (var (register, source) in wake.Distinct())
        {
            await engine.WakeAsync(register, source, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
