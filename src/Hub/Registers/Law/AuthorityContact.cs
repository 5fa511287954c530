using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Law;

/// <summary>How a supervisory authority is reached.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">The first day on which these details are known to hold.</param>
/// <param name="Visit">Visiting address.</param>
/// <param name="Post">Postal address.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Mailbox">E-mail, with the sign spelled so that no machine collects it.</param>
/// <param name="Website">Its web site.</param>
internal sealed record AuthorityContact(
    LocalText Name, DateOnly From, string Visit, LocalText Post, string Phone, string Mailbox, string Website);
