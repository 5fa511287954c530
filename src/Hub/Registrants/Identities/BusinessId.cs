using Kinds = PersonalDataHub.Connectors.Abstractions.IdentityKinds;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>The Finnish business id (Y-tunnus). Of a sole trader it is a natural person's.</summary>
/// <remarks>Of a company every contact person carries it, so it never joins two records into one person.</remarks>
public sealed class BusinessId : IdentityKind
{
    private const int Length = 9;
    private const int HyphenAt = 7;
    private const int Modulus = 11;
    private static readonly int[] weights = [7, 9, 10, 5, 8, 4, 2];

    public override string Id => Kinds.BusinessId;

    public override bool NeedsIssuer => false;

    public override IdentityStrength Strength => IdentityStrength.Shareable;

    /// <summary>The VAT number that belongs to a valid business id.</summary>
    public static string VatNumberOf(string normal) => "FI" + normal.Remove(HyphenAt, 1);

    public override NormalisedIdentity Normalise(string raw)
    {
        var id = new string([.. raw.Trim().Select(IdentityText.AsciiHyphen)]);
        if (id.Length == 0)
        {
            return NormalisedIdentity.Refused(IdentityDefect.Empty, "The business id is empty.");
        }

        // Ids given before 1979 have six digits; today they are written with a leading zero.
        id = id.Length == Length - 1 ? "0" + id : id;
        if (id.Length != Length || id[HyphenAt] != '-' || id.Remove(HyphenAt, 1).Any(character => !char.IsAsciiDigit(character)))
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.Malformed, "A business id has seven digits, a hyphen and a check digit.");
        }

        var remainder = weights.Select((weight, at) => weight * (id[at] - '0')).Sum() % Modulus;
        if (remainder == 1)
        {
            return NormalisedIdentity.Refused(
                IdentityDefect.NeverIssued, "No business id begins with these seven digits: no check digit fits them.");
        }

        var expected = remainder == 0 ? 0 : Modulus - remainder;
        return id[^1] - '0' == expected
            ? NormalisedIdentity.Of(id)
            : NormalisedIdentity.Refused(
                IdentityDefect.WrongCheckCharacter, "The check digit of the business id does not fit: look for a typing mistake.");
    }
}
