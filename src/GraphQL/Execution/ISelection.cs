using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A field as one request selects it: fragments are resolved, <c>@skip</c> and <c>@include</c> applied.</summary>
public interface ISelection
{
    /// <summary>The alias, or the field's name.</summary>
    string ResponseName { get; }

    /// <summary>The field selected.</summary>
    FieldDefinition Field { get; }

    /// <summary>Whether it is answered in a later part than what is around it (<c>@defer</c>); a value that is costly to get can wait for its own resolver.</summary>
    bool IsDeferred { get; }

    /// <summary>What is selected below, for all object types the value may have; one field can appear once per declaring type.</summary>
    IReadOnlyList<ISelection> Children { get; }

    /// <summary>The coerced argument; default when it was not given and has no default.</summary>
    T? Argument<T>(string name);

    /// <summary>Whether the argument was given or has a default.</summary>
    bool HasArgument(string name);
}
