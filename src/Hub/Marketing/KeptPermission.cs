namespace PersonalDataHub.Hub.Marketing;

/// <summary>A decision that was kept, and what became of it at the sources.</summary>
/// <param name="Registrant">The registrant's id.</param>
/// <param name="Decision">The decision; in force at once.</param>
/// <param name="Sources">One for every source that knows the person.</param>
/// <param name="Web">What to tell the person where use of web data was forbidden; null otherwise.</param>
public sealed record KeptPermission(
    Guid Registrant, PermissionEvent Decision, IReadOnlyList<PermissionPropagation> Sources, WebNotice? Web);
