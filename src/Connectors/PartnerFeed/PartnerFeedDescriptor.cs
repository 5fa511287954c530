using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.PartnerFeed.Settings;

namespace PersonalDataHub.Connectors.PartnerFeed;

/// <summary>What a partner's deliveries hold, as the settings say.</summary>
internal static class PartnerFeedDescriptor
{
    public static SourceDescriptor For(PartnerFeedSettings settings) => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = settings.RecordType.Name,
                PluralName = settings.RecordType.Plural,
                Description = settings.RecordType.Description,
                Category = settings.Category,
                Origin = settings.RecordType.Origin,
                Fields = [.. settings.Fields.Select(field => field.Field)],
            },
        ],
        Accepts = [.. settings.Identities.Select(identity => new AcceptedIdentity(identity.Kind, identity.Issuer))],
        Abilities =
        [
            new() { Ability = Ability.Rectification, Mode = AbilityMode.Manual, Delay = settings.Freshness },
            new() { Ability = Ability.Erasure, Mode = settings.Partner.ConfirmsErasure ? AbilityMode.Manual : AbilityMode.Emulated },
        ],
        Freshness = settings.Freshness,
        Feeds = settings.Feeds,
    };
}
