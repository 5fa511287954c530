using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>A separation, by its name in the schema.</summary>
[ObjectType<KnownSeparation>]
[GraphQLName("Separation")]
public static class SeparationFields
{
    /// <summary>Names the decision, for lifting it.</summary>
    public static Guid GetId([Parent] KnownSeparation separation) => separation.Id;
}
