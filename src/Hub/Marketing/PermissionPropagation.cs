namespace PersonalDataHub.Hub.Marketing;

/// <summary>What became of a decision at one source.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Request">The id of the rectification that carries it there; null where there is none.</param>
public sealed record PermissionPropagation(string Source, PropagationOutcome Outcome, Guid? Request);
