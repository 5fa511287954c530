namespace PersonalDataHub.GraphQL.Types;

/// <summary>Brings types that are known only at run time. A throwing module stops the start; later it leaves the served schema as it is.</summary>
public interface ITypeModule
{
    /// <summary>Raised when <see cref="CreateTypesAsync"/> would answer differently; the schema is built anew in the background.</summary>
    event EventHandler? TypesChanged;

    /// <summary>All types of this module, with resolvers. Called once per schema built.</summary>
    ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken);
}
