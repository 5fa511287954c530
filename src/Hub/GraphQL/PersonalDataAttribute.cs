using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Marks a field that tells something of a person: selecting it needs a purpose.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class PersonalDataAttribute : Attribute, IFieldMetadata;
