namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Whom to turn to, and in what matter.</summary>
/// <param name="Role">What the contact is for.</param>
/// <param name="Name">The name of a person, office or mailbox.</param>
/// <param name="Email">An e-mail address, or null.</param>
/// <param name="Phone">A telephone number, or null.</param>
/// <param name="Address">A postal address, or null.</param>
public sealed record Contact(ContactRole Role, string Name, string? Email, string? Phone, string? Address);
