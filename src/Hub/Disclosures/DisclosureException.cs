namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Data may not go as asked; nothing was recorded but the refusal. Holds no personal data.</summary>
/// <param name="mistakes">Everything that forbids it, at least one.</param>
public sealed class DisclosureException(IReadOnlyList<DisclosureMistake> mistakes)
    : Exception(string.Join(" ", mistakes.Select(mistake => mistake.Message)))
{
    /// <summary>Everything that forbids it.</summary>
    public IReadOnlyList<DisclosureMistake> Mistakes { get; } = mistakes;
}
