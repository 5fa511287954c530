using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>Says that anybody may select a field, or all fields of a class.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class AllowAnonymousAttribute : Attribute, IFieldMetadata;
