namespace PersonalDataHub.PersonView;

/// <summary>Where post reaches the person.</summary>
public sealed record Address(string Street, string PostalCode, string City, string Country);
