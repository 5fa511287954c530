namespace PersonalDataHub.PersonView;

/// <summary>An invoice, as the billing system has it.</summary>
public sealed record Invoice(string Number, DateOnly IssuedOn, DateOnly DueOn, decimal Amount, string Currency, bool IsPaid);
