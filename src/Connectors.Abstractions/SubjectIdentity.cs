namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>One identifier of a person, as a source or an authority gave it.</summary>
/// <remarks>Its text form tells kind and issuer only: a value must not reach a log by accident.</remarks>
/// <param name="Kind">One of <see cref="IdentityKinds"/> or a kind of the source's own.</param>
/// <param name="Value">The identifier in its normal form.</param>
/// <param name="Issuer">
/// The source that gave it, for the kinds that mean something only with their issuer; null for the others.
/// </param>
/// <param name="ValidFrom">The first day on which it was this person's; null when not known.</param>
/// <param name="ValidTo">The last day on which it was this person's; null while it still is.</param>
public sealed record SubjectIdentity(
    string Kind, string Value, string? Issuer, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    /// <summary>Kind and issuer, never the value.</summary>
    public override string ToString() => $"{Kind} of {Issuer ?? "anyone"}";
}
