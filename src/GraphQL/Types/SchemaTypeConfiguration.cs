namespace PersonalDataHub.GraphQL.Types;

/// <summary>The schema itself: its description and its root types. At most one; without it, the root types are named Query, Mutation and Subscription.</summary>
/// <param name="Description">What the whole service is for, in Markdown.</param>
public sealed record SchemaTypeConfiguration(string? Description) : TypeConfiguration("schema", Description)
{
    /// <summary>The type that queries start from. Default Query.</summary>
    public string QueryType { get; init; } = "Query";

    /// <summary>The type that mutations start from; null for none. Default Mutation, where such a type exists.</summary>
    public string? MutationType { get; init; } = "Mutation";

    /// <summary>The type that subscriptions start from; null for none. Default Subscription, where such a type exists.</summary>
    public string? SubscriptionType { get; init; } = "Subscription";

    internal IEnumerable<string> RootTypes => new[] { QueryType, MutationType, SubscriptionType }.OfType<string>();
}
