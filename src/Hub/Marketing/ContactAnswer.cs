namespace PersonalDataHub.Hub.Marketing;

/// <summary>Whether a person may be contacted in a channel for a purpose.</summary>
/// <param name="Allowed">Whether.</param>
/// <param name="Reason">Why.</param>
/// <param name="Decision">The person's decision that it rests on; null where silence decides.</param>
/// <param name="Statements">Ids of the statements of the register's notice behind it.</param>
public sealed record ContactAnswer(bool Allowed, ContactReason Reason, PermissionEvent? Decision, IReadOnlyList<string> Statements);
