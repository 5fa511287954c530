namespace PersonalDataHub.RegistrantLookup;

/// <summary>One artificial person with an identity of every kind; only some have a visitor id.</summary>
internal sealed record Person(string CustomerId, string IdentityCode, string Email, string Subscription, string? VisitorId);
