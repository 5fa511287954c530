namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Looks at every operation once it is valid and its variables are coerced, before anything is resolved.</summary>
public interface IRequestInterceptor
{
    /// <summary>Null lets the operation run; an error refuses it, with <c>extensions.httpStatus</c> as HTTP status where given. A throwing interceptor refuses it too.</summary>
    ValueTask<GraphQLError?> OnOperationAsync(OperationContext context, CancellationToken cancellationToken);
}
