namespace PersonalDataHub.GraphQL.Types;

/// <summary>Puts the static methods of a static class on the mutation type, each with one input, one payload and typed errors.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;
