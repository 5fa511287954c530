namespace PersonalDataHub.PersonView;

/// <summary>Who the person is, as the customer register has it.</summary>
public sealed record Profile(
    string CustomerId,
    string FamilyName,
    string GivenNames,
    DateOnly BornOn,
    IReadOnlyList<string> Emails,
    string? Telephone,
    Address Address,
    bool AllowsMarketing);
