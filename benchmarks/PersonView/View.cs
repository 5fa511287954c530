namespace PersonalDataHub.PersonView;

/// <summary>All that the four sources hold of one person.</summary>
public sealed record View(Profile Profile, IReadOnlyList<Invoice> Invoices, IReadOnlyList<Call> Calls, IReadOnlyList<Visit> Visits);
