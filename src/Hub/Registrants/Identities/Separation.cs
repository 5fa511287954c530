using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>A person's remembered decision that two identities are not the same person's. Seen from one of the two sides.</summary>
/// <param name="Id">The same on both sides.</param>
/// <param name="Own">The identity on this side.</param>
/// <param name="OtherKind">The kind of the identity on the other side. Its value is somebody else's and not told.</param>
/// <param name="OtherIssuer">The issuer of the identity on the other side.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why, in that person's words; null once the key it was written under is destroyed.</param>
/// <param name="At">When.</param>
public sealed record Separation(
    Guid Id, SubjectIdentity Own, string OtherKind, string? OtherIssuer, string By, string? Reason, DateTimeOffset At)
{
    /// <summary>Kinds only: the reason is free text about people.</summary>
    public override string ToString() => $"{Own.Kind} not of {OtherKind}";
}
