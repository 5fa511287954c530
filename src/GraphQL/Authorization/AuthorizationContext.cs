using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>Who asks for what.</summary>
public sealed class AuthorizationContext
{
    internal AuthorizationContext(IServiceProvider services, HttpContext? httpContext, OperationContext? operation) =>
        (Services, HttpContext, Operation) = (services, httpContext, operation);

    /// <summary>The services of this request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The HTTP request, or null for one made in the process.</summary>
    public HttpContext? HttpContext { get; }

    /// <summary>The operation; null where the caller asks for the schema as text, or sent a document with mistakes.</summary>
    public OperationContext? Operation { get; }
}
