namespace PersonalDataHub.GraphQL.Types;

/// <summary>Says what resolving a field once costs. Without it a resolver that may wait costs 10, any other field of an object, interface or union 1,
/// a scalar or enum 0. Type modules put it into <see cref="ObjectFieldConfiguration.Metadata"/>.</summary>
/// <param name="weight">At least 0.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(int weight) : Attribute, IFieldMetadata
{
    public int Weight { get; } = Math.Max(weight, 0);
}
