namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Somebody of whom something is due.</summary>
/// <param name="Registrant">The registrant's id.</param>
/// <param name="CheckedOn">The day of the look that found it.</param>
/// <param name="Automatic">Whether the rules let a sweep erase it without approval.</param>
/// <param name="Lines">What is due, by source and rule.</param>
public sealed record DueRegistrant(Guid Registrant, DateOnly CheckedOn, bool Automatic, IReadOnlyList<SweepLine> Lines);
