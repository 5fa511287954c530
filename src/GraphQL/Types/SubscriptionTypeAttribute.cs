namespace PersonalDataHub.GraphQL.Types;

/// <summary>Puts the static methods of a static class on the subscription type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;
