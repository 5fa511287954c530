namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>One person of a bulk erasure, planned.</summary>
/// <param name="Position">The place in the list that was given.</param>
/// <param name="Header">The header of the person's request.</param>
/// <param name="Planned">The plan.</param>
internal sealed record PlannedMember(int Position, RequestHeader Header, PlannedRequest Planned)
{
    /// <summary>The place, the registrant's id and the plan's hash.</summary>
    public override string ToString() => $"{Position}: {Planned}";
}
