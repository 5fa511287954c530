using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Which interface stands for which ability.</summary>
internal static class Abilities
{
    public static bool Implements(IConnector connector, Ability ability) => ability switch
    {
        Ability.Rectification => connector is ISupportsRectification,
        Ability.Restriction => connector is ISupportsRestriction,
        Ability.Erasure or Ability.Anonymisation => connector is ISupportsErasure,
        Ability.Media => connector is ISupportsMedia,
        Ability.Facts => connector is ISupportsFacts,
        Ability.Population => connector is ISupportsPopulation,
        Ability.Statistics => connector is ISupportsStatistics,
        _ => false,
    };
}
