namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>One of the grounds on which a register may disclose data; without one of them a disclosure is refused.</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What the notice calls it.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record DisclosureGround(string Id, DisclosureGroundKind Kind, LocalText Name, IReadOnlyList<string> Statements);
