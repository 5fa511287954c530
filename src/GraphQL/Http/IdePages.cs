using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>The page on which people try queries: the configured folder's, GraphiQL's files framed by our own page, or a small page without scripts.</summary>
internal sealed class IdePages(GraphQLOptions options, string path)
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private readonly PhysicalFileProvider? files =
        options.IdeFolder is { } folder && Directory.Exists(folder) ? new PhysicalFileProvider(Path.GetFullPath(folder)) : null;

    /// <summary>Serves the page itself.</summary>
    public async Task ServeIndexAsync(HttpContext context)
    {
        if (files?.GetFileInfo("index.html") is { Exists: true } index)
        {
            await SendAsync(context, index, "text/html; charset=utf-8");
            return;
        }

        var page = await ReadPageAsync(files is null ? "welcome.html" : "graphiql.html");
        page = page.Replace("{{base}}", context.Request.PathBase.Add(path).Value!.TrimEnd('/'), StringComparison.Ordinal)
            .Replace("{{headers}}", JavaScriptEncoder.Default.Encode(JsonSerializer.Serialize(options.IdeHeaders)), StringComparison.Ordinal);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>Serves a file of the folder; anything outside it, hidden or of unknown type does not exist.</summary>
    public async Task ServeFileAsync(HttpContext context)
    {
        var name = context.Request.RouteValues["file"] as string ?? "";
        if (files is null || name.Length == 0 || files.GetFileInfo(name) is not { Exists: true, IsDirectory: false } file
            || !ContentTypes.TryGetContentType(name, out var contentType))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(context, file, contentType.StartsWith("text/", StringComparison.Ordinal) ? contentType + "; charset=utf-8" : contentType);
    }

    private static async Task SendAsync(HttpContext context, IFileInfo file, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }

    private static async Task<string> ReadPageAsync(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("PersonalDataHub.GraphQL.Http.Ide." + name)!);
        return await reader.ReadToEndAsync();
    }
}
