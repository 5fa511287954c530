using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.PartnerFeed.Settings;

/// <summary>What a row of the deliveries is called.</summary>
/// <param name="Name">In camel case.</param>
/// <param name="Plural">In camel case.</param>
/// <param name="Description">What one is.</param>
/// <param name="Origin">How the data came to be held.</param>
internal sealed record FeedRecordType(string Name, string Plural, string Description, DataOrigin Origin);
