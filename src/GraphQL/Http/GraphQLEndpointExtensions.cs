using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Puts the GraphQL server at an address.</summary>
public static class GraphQLEndpointExtensions
{
    /// <summary>Serves POST and GET at <paramref name="path"/>, <c>GET ?sdl</c>, and the IDE page with its files below <c>ide/</c>.</summary>
    /// <returns>All endpoints, to attach authorization, rate limits and the like.</returns>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var executor = endpoints.ServiceProvider.GetRequiredService<RequestExecutor>();
        var options = endpoints.ServiceProvider.GetRequiredService<ServerConfiguration>().Options;
        var pages = new IdePages(options, path);
        var operations = new OperationEndpoint(
            executor,
            endpoints.ServiceProvider.GetRequiredService<TrustedDocuments>(),
            options,
            endpoints.ServiceProvider.GetRequiredService<TimeProvider>(),
            endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>());
        var post = new PostEndpoint(options, operations);
        var get = new GetEndpoint(executor, options, pages, operations);
        var group = endpoints.MapGroup(path).WithMetadata(new RequestBody.Limit(options.MaximumBodyBytes));
        group.MapPost("", post.HandleAsync);
        group.MapGet("", get.HandleAsync);
        group.MapMethods("", [HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Head], RefuseMethod);
        group.MapGet("ide/{**file}", pages.ServeFileAsync);
        return group;
    }

    private static Task RefuseMethod(HttpContext context) =>
        ResponseWriting.RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "Use POST, or GET for queries.");
}
