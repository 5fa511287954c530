namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>Who delivers.</summary>
/// <param name="Name">What people call the partner.</param>
/// <param name="Contact">How to reach it.</param>
/// <param name="ConfirmsErasure">Whether a person asks it to leave an erased person out of later deliveries, and attaches its answer.</param>
internal sealed record FeedPartner(string Name, string Contact, bool ConfirmsErasure);
