using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A directive on an operation.</summary>
/// <param name="Definition">Which directive.</param>
/// <param name="Arguments">Coerced arguments that were given or have a default, by name.</param>
public sealed record OperationDirective(DirectiveDefinition Definition, IReadOnlyDictionary<string, object?> Arguments)
{
    /// <summary>The coerced argument; default when it was not given and has no default.</summary>
    public T? Argument<T>(string name) => (T?)InputConversion.To(typeof(T), Arguments.GetValueOrDefault(name));
}
