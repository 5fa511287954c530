namespace PersonalDataHub.Hub.Requests;

/// <summary>A request that turns corrections back, planned and about to be stored with the withdrawal.</summary>
/// <param name="Request">The request.</param>
/// <param name="Items">The keys of the items that it turns back.</param>
/// <param name="Delayed">By source, when a change that is still under way there can be turned back.</param>
internal sealed record PreparedUndo(NewRequest Request, IReadOnlySet<long> Items, IReadOnlyDictionary<string, DateTimeOffset> Delayed)
{
    /// <summary>The registrant's id, never what is asked.</summary>
    public override string ToString() => Request.ToString();
}
