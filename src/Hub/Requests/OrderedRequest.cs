namespace PersonalDataHub.Hub.Requests;

/// <summary>A request as far as its place among others of the same person goes.</summary>
/// <param name="Register">The register's id.</param>
/// <param name="RegistrantId">The registrant's id.</param>
/// <param name="Blinds">The keyed hashes of the person's identities.</param>
/// <param name="Content">What is asked; null where that does not matter.</param>
internal sealed record OrderedRequest(string Register, Guid RegistrantId, IReadOnlyList<byte[]> Blinds, RequestContent? Content)
{
    /// <summary>The registrant's id, never what is asked.</summary>
    public override string ToString() => RegistrantId.ToString();
}
