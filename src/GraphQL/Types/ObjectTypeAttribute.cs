namespace PersonalDataHub.GraphQL.Types;

/// <summary>Adds the static methods of a static class as fields to the object type of <typeparamref name="T"/>; a method named like a property replaces it,
/// and <see cref="GraphQLNameAttribute"/> on it names the type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute;
