using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What a resolver knows about the field that it resolves.</summary>
public interface IResolverContext
{
    /// <summary>The types this request runs on.</summary>
    Schema Schema { get; }

    /// <summary>The field being resolved.</summary>
    FieldDefinition Field { get; }

    /// <summary>The selection being resolved, with what is selected below it.</summary>
    ISelection Selection { get; }

    /// <summary>Names and list positions from the root to this field.</summary>
    IReadOnlyList<object> Path { get; }

    /// <summary>The services of this request.</summary>
    IServiceProvider Services { get; }

    /// <summary>Values shared by interceptors and resolvers of one request; safe for use by several at once.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>Cancelled when the client is gone or the execution took too long.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>The value whose field is resolved; default on root types.</summary>
    T Parent<T>();

    /// <summary>The coerced argument; default when it was not given and has no default.</summary>
    /// <exception cref="ArgumentException">The field has no such argument.</exception>
    T? Argument<T>(string name);

    /// <summary>A service of this request.</summary>
    T Service<T>() where T : notnull;
}
