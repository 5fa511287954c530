using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>What data may be read for (GDPR Art. 5(1)(b)).</summary>
[ObjectType<Purpose>]
[GraphQLName("ProcessingPurpose")]
public static class PurposeFields
{
    /// <summary>The ids of the categories that it may see; null for all.</summary>
    public static IReadOnlyList<string>? GetCategories([Parent] Purpose purpose) => purpose.Categories is { } named ? [.. named] : null;
}
