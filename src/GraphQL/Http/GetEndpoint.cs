using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>GET: a query or subscription in the address, the schema as text, or the IDE page for a browser.</summary>
internal sealed class GetEndpoint(RequestExecutor executor, GraphQLOptions options, IdePages pages, OperationEndpoint operations)
{
    public Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return query.ContainsKey("sdl") && options.EnableSchemaDownload ? SendSchemaAsync(context)
            : !query.ContainsKey("query") && !query.ContainsKey("documentId") && AcceptsHtml(context.Request) ? pages.ServeIndexAsync(context)
            : ExecuteAsync(context);
    }

    private static bool AcceptsHtml(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private async Task SendSchemaAsync(HttpContext context)
    {
        if (await executor.Authorizer.IntrospectionRefusalAsync(context.RequestServices, context, context.RequestAborted) is { } refusal)
        {
            await ResponseWriting.SendAsync(context, ExecutionResult.Refused(refusal), ResponseMediaType.Response);
            return;
        }

        var sdl = SchemaPrinter.Print(await executor.GetSchemaAsync(context.RequestAborted));
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentDisposition = "inline; filename=\"schema.graphql\"";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(sdl, Encoding.UTF8, context.RequestAborted);
    }

    private async Task ExecuteAsync(HttpContext context)
    {
        if (ResponseMediaType.Negotiate(context.Request) is not { } accepted)
        {
            await ResponseWriting.RefuseAsync(context, StatusCodes.Status406NotAcceptable, OperationEndpoint.AcceptHint);
            return;
        }

        if (ForgeryCheck.IsPossible(context.Request, options))
        {
            await ResponseWriting.RefuseAsync(context, StatusCodes.Status400BadRequest, ForgeryCheck.Message, accepted.Single, ForgeryCheck.Code);
            return;
        }

        var (request, mistake) = RequestReading.FromAddress(context);
        await (request is null
            ? ResponseWriting.RefuseAsync(context, StatusCodes.Status400BadRequest, mistake!, accepted.Single)
            : operations.AnswerAsync(context, request, accepted));
    }
}
