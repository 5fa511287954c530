namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>What a field can say of a person in the unified profile, so that sources can be compared.</summary>
public static class ProfileTerms
{
    /// <summary>The family name now in use. One.</summary>
    public const string FamilyName = "familyName";

    /// <summary>All given names in their order. One.</summary>
    public const string GivenNames = "givenNames";

    /// <summary>The name the person wants to be called by. One.</summary>
    public const string PreferredName = "preferredName";

    /// <summary>A family name that was in use before. Many.</summary>
    public const string FormerName = "formerName";

    /// <summary>The date of birth. One.</summary>
    public const string BirthDate = "birthDate";

    /// <summary>The language of service, as an ISO 639-1 code. One.</summary>
    public const string Language = "language";

    /// <summary>An e-mail address. Many.</summary>
    public const string Email = "email";

    /// <summary>A telephone number. Many.</summary>
    public const string Phone = "phone";

    /// <summary>
    /// The permanent postal address, composite of <see cref="AddressParts"/>. One: sources that differ are in conflict.
    /// </summary>
    public const string PostalAddress = "postalAddress";
}
