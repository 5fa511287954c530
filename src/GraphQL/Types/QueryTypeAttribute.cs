namespace PersonalDataHub.GraphQL.Types;

/// <summary>Puts the static methods and properties of a static class on the query type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;
