namespace PersonalDataHub.DemoSources.Telecom.People;

/// <summary>What the customer relationship system holds of one person.</summary>
internal sealed record CrmCustomer
{
    public required string FamilyName { get; init; }
    public required string GivenNames { get; init; }
    public string? PreferredName { get; init; }
    public string? IdentityCode { get; init; }
    public DateOnly? BirthDate { get; init; }
    public string? Language { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public IReadOnlyList<CrmFormerName> FormerNames { get; init; } = [];
    public IReadOnlyList<CrmEmail> Emails { get; init; } = [];
    public IReadOnlyList<CrmPhone> Phones { get; init; } = [];
    public IReadOnlyList<CrmAddress> Addresses { get; init; } = [];
    public IReadOnlyList<CrmNextOfKin> NextOfKin { get; init; } = [];
    public IReadOnlyList<CrmCompanyRole> CompanyRoles { get; init; } = [];
    public IReadOnlyList<CrmPermission> Permissions { get; init; } = [];
    public IReadOnlyList<CrmNote> Notes { get; init; } = [];
    public IReadOnlyList<CrmChange> Changes { get; init; } = [];
    public IReadOnlyList<CrmOrder> Orders { get; init; } = [];
    public IReadOnlyList<CrmRemark> Remarks { get; init; } = [];
}

internal sealed record CrmFormerName(string FamilyName, DateOnly? UsedUntil, DateTimeOffset CreatedAt);

internal sealed record CrmEmail(
    string Address, DateTimeOffset UpdatedAt, bool Shared = false, DateOnly? ValidFrom = null, DateOnly? ValidTo = null);

internal sealed record CrmPhone(
    string Number, DateTimeOffset UpdatedAt, DateOnly? ValidFrom = null, DateOnly? ValidTo = null);

internal sealed record CrmAddress(
    string Street, string PostCode, string City, DateTimeOffset UpdatedAt, string? CareOf = null, string Country = "FI");

internal sealed record CrmNextOfKin(string Name, string? Relationship, string? Phone, DateTimeOffset UpdatedAt);

internal sealed record CrmCompanyRole(
    string CompanyName, string? BusinessId, string? Task, string? Position, DateOnly ValidFrom, DateOnly? ValidTo,
    DateTimeOffset UpdatedAt);

internal sealed record CrmPermission(string Channel, bool Allowed, DateTimeOffset GivenAt);

internal sealed record CrmNote(DateTimeOffset WrittenAt, string Author, string Body);

internal sealed record CrmChange(DateTimeOffset ChangedAt, string Actor, string Field, string? OldValue, string? NewValue);

/// <summary>Something ordered or bought, and where.</summary>
internal sealed record CrmOrder(DateTimeOffset OrderedAt, string Channel, string Event, string Product);

/// <summary>What the customer told without being asked.</summary>
internal sealed record CrmRemark(DateTimeOffset ToldAt, string Words);
