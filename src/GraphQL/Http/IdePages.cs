using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>The page on which people try queries: the folder's own, GraphiQL framed by our page, or a small page without scripts.</summary>
internal sealed class IdePages(GraphQLOptions options, string path)
{
    private const string Html = "text/html; charset=utf-8";
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private static readonly Assembly Library = typeof(IdePages).Assembly;

    private readonly PhysicalFileProvider? files =
        options.IdeFolder is { } folder && Directory.Exists(folder) ? new PhysicalFileProvider(Path.GetFullPath(folder)) : null;

    /// <summary>Serves the page itself.</summary>
    public async Task ServeIndexAsync(HttpContext context)
    {
        Prepare(context, Html);
        if (files?.GetFileInfo("index.html") is { Exists: true } index)
        {
            await context.Response.SendFileAsync(index, context.RequestAborted);
            return;
        }

        using var reader = new StreamReader(OwnFile(files is null ? "welcome.html" : "graphiql.html")!);
        var page = await reader.ReadToEndAsync(context.RequestAborted);
        var address = context.Request.PathBase.Add(path).Value!.TrimEnd('/');
        await context.Response.WriteAsync(Fill(page, address), context.RequestAborted);
    }

    /// <summary>Serves a file of the folder; what is outside it, hidden, or of unknown kind does not exist.</summary>
    public async Task ServeFileAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["file"] as string ?? "";
        if (ContentTypes.TryGetContentType(name, out var contentType))
        {
            contentType = contentType.StartsWith("text/", StringComparison.Ordinal) ? contentType + "; charset=utf-8" : contentType;
            if (files?.GetFileInfo(name) is { Exists: true, IsDirectory: false } file)
            {
                Prepare(context, contentType);
                await context.Response.SendFileAsync(file, context.RequestAborted);
                return;
            }

            if (name is "start.js" or "start.css" && OwnFile(name) is { } own)
            {
                await using (own)
                {
                    Prepare(context, contentType);
                    await own.CopyToAsync(context.Response.Body, context.RequestAborted);
                    return;
                }
            }
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private string Fill(string page, string address)
    {
        var html = HtmlEncoder.Default;
        return page
            .Replace("{{assets}}", html.Encode(options.IdeAssetPath ?? address + "/ide"), StringComparison.Ordinal)
            .Replace("{{base}}", html.Encode(address), StringComparison.Ordinal)
            .Replace("{{headers}}", html.Encode(JsonSerializer.Serialize(options.IdeHeaders)), StringComparison.Ordinal)
            .Replace("{{variables}}", html.Encode(JsonSerializer.Serialize(options.IdeVariables)), StringComparison.Ordinal)
            .Replace("{{query}}", html.Encode(options.IdeQuery ?? ""), StringComparison.Ordinal);
    }

    private static void Prepare(HttpContext context, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = contentType == Html ? "no-store" : "public, max-age=3600";
    }

    private static Stream? OwnFile(string name) => Library.GetManifestResourceStream("PersonalDataHub.GraphQL.Http.Ide." + name);
}
