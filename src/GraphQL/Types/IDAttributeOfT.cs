namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes a value, or the elements of a list, an <c>ID</c> of the type of <typeparamref name="T"/>, unique in the whole schema; those of other types are refused.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IDAttribute<T> : IDAttribute
{
    internal override Type NodeType => typeof(T);
}
