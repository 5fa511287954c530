namespace PersonalDataHub.DemoSources.People;

/// <summary>Who somebody is, before any system writes it down in its own way.</summary>
internal sealed record Who(
    int Number, string CustomerId, string GivenName, string FamilyName, DateOnly BirthDate, string IdentityCode,
    string Phone, bool Plain);
