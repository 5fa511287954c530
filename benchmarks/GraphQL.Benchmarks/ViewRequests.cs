using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Engine;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.HandWritten;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Sources;

namespace PersonalDataHub.GraphQL.Benchmarks;

/// <summary>The view of one person, as both sides are asked for it; sources answer at once.</summary>
internal sealed class ViewRequests : IDisposable
{
    public const string Query =
        """
        query View($id: ID!) {
          profile(id: $id) {
            customerId familyName givenNames bornOn emails telephone address { street postalCode city country } allowsMarketing
          }
          invoices(id: $id) { number issuedOn dueOn amount currency isPaid }
          calls(id: $id) { recording startedAt seconds direction topic agent }
          visits(id: $id) { at page referrer browser seconds }
        }
        """;

    private readonly WebApplication application;
    private readonly IServiceScope scope;
    private readonly Body handBody = new(Encoding.UTF8.GetBytes("""{"id":"000007"}"""));
    private readonly Body engineBody = new(JsonSerializer.SerializeToUtf8Bytes(new { query = Query, variables = new { id = "000007" } }));
    private readonly RequestDelegate hand;
    private readonly RequestDelegate engine;

    public ViewRequests()
    {
        var builder = ContenderHost.CreateBuilder([]);
        builder.Services.AddGraphQLServer().ModifyOptions(options => options.RequireFieldRules = false).AddType(typeof(PersonQueries));
        application = builder.Build();
        var byHand = new TypedView(application.Services.GetRequiredService<IPersonSources>(), register: null);
        application.MapPost("/hand", (ViewRequest request, CancellationToken cancellationToken) => byHand.AnswerAsync(request, cancellationToken));
        application.MapGraphQL();
        scope = application.Services.CreateScope();
        hand = EndpointOf("/hand");
        engine = EndpointOf("/graphql");
        Executor = application.Services.GetRequiredService<RequestExecutor>();
        Request = new GraphQLRequest(Query) { Variables = JsonElement.Parse("""{"id":"000007"}""") };
    }

    public RequestExecutor Executor { get; }

    public GraphQLRequest Request { get; }

    public IServiceProvider Services => scope.ServiceProvider;

    /// <summary>The whole of a request but for the server's own work.</summary>
    /// <returns>How many bytes were answered.</returns>
    public Task<long> HandWrittenAsync() => SendAsync(hand, handBody);

    /// <inheritdoc cref="HandWrittenAsync"/>
    public Task<long> EngineAsync() => SendAsync(engine, engineBody);

    public void Dispose()
    {
        scope.Dispose();
        ((IDisposable)application).Dispose();
    }

    private RequestDelegate EndpointOf(string path) => ((IEndpointRouteBuilder)application).DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Single(endpoint => endpoint.RoutePattern.RawText?.TrimEnd('/') == path
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["POST"])
        .RequestDelegate!;

    private async Task<long> SendAsync(RequestDelegate endpoint, Body body)
    {
        using var answer = new MemoryStream(8 * 1024);
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = body.Bytes.Length;
        context.Request.Body = new MemoryStream(body.Bytes);
        context.Response.Body = answer;
        context.Features.Set<IHttpRequestBodyDetectionFeature>(body);
        await endpoint(context);
        await context.Response.CompleteAsync();
        return context.Response.StatusCode == StatusCodes.Status200OK
            ? answer.Length
            : throw new InvalidOperationException(Encoding.UTF8.GetString(answer.ToArray()));
    }

    /// <summary>A request's body, which it must say that it has where no server does.</summary>
    private sealed record Body(byte[] Bytes) : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
