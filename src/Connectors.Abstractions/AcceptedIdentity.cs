namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A kind of identity by which a source finds a person's records.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Issuer">
/// Whose identities of that kind: another source's id, or null for this source's own (or, for kinds without issuer, anyone's).
/// </param>
/// <param name="RecordTypes">The record types it finds; empty means all of the source's.</param>
public sealed record AcceptedIdentity(string Kind, string? Issuer = null, params IReadOnlyList<string> RecordTypes);
