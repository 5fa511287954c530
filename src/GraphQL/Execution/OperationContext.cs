using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>An operation that is about to run.</summary>
public sealed class OperationContext
{
    private readonly OperationRun run;
    private SelectedOperation? operation;

    internal OperationContext(OperationRun run, GraphQLRequest request, CostOptions limits)
    {
        this.run = run;
        MaximumFieldCost = limits.MaximumFieldCost;
        MaximumTypeCost = limits.MaximumTypeCost;
        Schema = run.Schema;
        Services = run.Services;
        ContextData = run.ContextData;
        HttpContext = request.HttpContext;
        Extensions = request.Extensions;
        IsGet = request.IsGet;
    }

    /// <summary>The types this request runs on.</summary>
    public Schema Schema { get; }

    /// <summary>The services of this request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The HTTP request, or null for one made in the process.</summary>
    public HttpContext? HttpContext { get; }

    public SelectedOperation Operation => operation ??= new SelectedOperation(run);

    /// <summary>What the operation costs at most.</summary>
    public OperationCost Cost => run.Cost;

    /// <summary>The greatest field cost allowed, which an interceptor may set for this caller. Default <see cref="CostOptions.MaximumFieldCost"/>.</summary>
    public int MaximumFieldCost { get; set; }

    /// <summary>The greatest type cost allowed, which an interceptor may set for this caller. Default <see cref="CostOptions.MaximumTypeCost"/>.</summary>
    public int MaximumTypeCost { get; set; }

    /// <summary>The <c>extensions</c> of the request, or null.</summary>
    public JsonElement? Extensions { get; }

    /// <summary>Values for resolvers, which find them in <see cref="IResolverContext.ContextData"/>.</summary>
    public IDictionary<string, object?> ContextData { get; }

    /// <summary>Whether the operation came over GET, where addresses are kept in logs and histories.</summary>
    public bool IsGet { get; }
}
