namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>
/// A number that only its issuer understands: compared as it is written, case and leading zeros included. Two issuers may
/// give the same number to different people.
/// </summary>
public sealed class OpaqueIdentity(string id) : IdentityKind
{
    private const int LongestValue = 200;

    public override string Id => id;

    public override bool NeedsIssuer => true;

    public override IdentityStrength Strength => IdentityStrength.Identifying;

    public override NormalisedIdentity Normalise(string raw)
    {
        var value = raw.Trim();
        if (value.Length == 0)
        {
            return NormalisedIdentity.Refused(IdentityDefect.Empty, $"An identity of kind {id} must not be empty.");
        }

        return value.Length > LongestValue || value.Any(char.IsControl)
            ? NormalisedIdentity.Refused(
                IdentityDefect.Malformed,
                $"An identity of kind {id} has at most {LongestValue} characters and no control characters.")
            : NormalisedIdentity.Of(value);
    }
}
