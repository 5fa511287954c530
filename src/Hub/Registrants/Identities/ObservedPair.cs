namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>An observed link with its two ends read.</summary>
internal sealed record ObservedPair(IdentityReading A, IdentityReading B, ObservedLink Link);
