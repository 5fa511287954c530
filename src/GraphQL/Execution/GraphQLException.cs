namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Thrown by a resolver whose error the client may read; every other exception is masked.</summary>
public sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    /// <summary>An error that is nothing but a message and a code.</summary>
    public GraphQLException(string message, string code)
        : this(GraphQLError.WithCode(message, code))
    {
    }

    public GraphQLError Error { get; } = error;
}
