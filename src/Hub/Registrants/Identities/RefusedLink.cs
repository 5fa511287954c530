namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>A link that a source showed and the hub did not accept: a finding for a person.</summary>
public sealed record RefusedLink(ObservedLink Link, VetoGround Ground);
