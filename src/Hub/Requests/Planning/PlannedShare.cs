using PersonalDataHub.Hub.Registrants.Files;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>What was planned for one source.</summary>
/// <param name="File">What it holds.</param>
/// <param name="Items">What will be touched.</param>
/// <param name="NotReached">Why it could not be asked; null when it answered.</param>
internal sealed record PlannedShare(SourceFile File, IReadOnlyList<PlannedItem> Items, string? NotReached)
{
    public bool HasTask => Items.Count > 0 || NotReached is not null;
}
