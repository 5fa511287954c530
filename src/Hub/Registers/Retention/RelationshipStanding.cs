namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>How a relationship stands, and how that was worked out.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="EndsOn">
/// The day on which it ended, or will end if nothing new happens; null when it is not known or no day is in sight.
/// </param>
/// <param name="Steps">Each step in words, without personal data.</param>
public sealed record RelationshipStanding(RelationshipStatus Status, DateOnly? EndsOn, IReadOnlyList<string> Steps)
{
    /// <summary>Whether any source tells of a contract, in force or ended.</summary>
    internal bool HasContract { get; init; }

    /// <summary>Where nobody was asked.</summary>
    public static RelationshipStanding NotAsked { get; } =
        new(RelationshipStatus.NotKnown, null, ["No source was asked about contacts and contracts."]);
}
