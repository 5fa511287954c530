namespace PersonalDataHub.DemoSources.People;

/// <summary>Where somebody lives.</summary>
internal sealed record Home(string Street, string PostCode, string City)
{
    public static Home Of((string Street, string PostCode, string City) address) =>
        new(address.Street, address.PostCode, address.City);
}
