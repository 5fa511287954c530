using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Law;

/// <summary>How a supervisory authority is reached.</summary>
/// <param name="From">The first day on which these details are known to hold.</param>
/// <param name="Visit">Visiting address.</param>
/// <param name="Post">Postal address.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Mailbox">E-mail, with the sign spelled so that no machine collects it.</param>
internal sealed record AuthorityContact(DateOnly From, string Visit, LocalText Post, string Phone, string Mailbox);
