using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>By what rows are found.</summary>
/// <param name="Kind">The kind of identity.</param>
/// <param name="Issuer">The source whose numbers they are; null for kinds without issuer and for the partner's own.</param>
/// <param name="Column">The column that holds it.</param>
internal sealed record FeedIdentity(string Kind, string? Issuer, string Column)
{
    /// <summary>What the rows are found by, in the form in which it is asked for.</summary>
    public TableKey Key => new($"{Kind} {Column}", row => row[Column] is { } value ? Normal(value) : null);

    /// <summary>The value in the form in which both sides are compared.</summary>
    public string Normal(string value) => Kind switch
    {
        IdentityKinds.Email => value.ToLowerInvariant(),
        IdentityKinds.Phone => Plus(string.Concat(value.Where(sign => char.IsAsciiDigit(sign) || sign == '+'))),
        IdentityKinds.IdentityCode => value.ToUpperInvariant(),
        _ => value,
    };

    public bool Accepts(SubjectIdentity identity, string source) => identity.Kind == Kind && (identity.Issuer is null || identity.Issuer == (Issuer ?? source));

    private static string Plus(string number) => number.StartsWith("00", StringComparison.Ordinal) ? $"+{number[2..]}" : number;
}
