using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>The documents of the manifest file, by hash. Follows the file.</summary>
internal sealed partial class TrustedDocuments : IDisposable
{
    private const string Prefix = "sha256:";
    private const int MostMistakesTold = 20;

    private readonly string? file;
    private readonly ParserLimits limits;
    private readonly ILogger<TrustedDocuments> logger;
    private readonly PhysicalFileProvider? folder;
    private readonly IDisposable? watching;
    private volatile FrozenDictionary<string, string> documents = FrozenDictionary<string, string>.Empty;

    /// <exception cref="InvalidOperationException">The manifest has mistakes; the message names all of them.</exception>
    public TrustedDocuments(GraphQLOptions options, ILogger<TrustedDocuments> logger)
    {
        (limits, this.logger) = (options.ParserLimits, logger);
        if (options.TrustedDocuments.ManifestFile is not { } manifest)
        {
            return;
        }

        file = Path.GetFullPath(manifest);
        var (read, mistakes) = Read(file);
        documents = read ?? throw new InvalidOperationException($"The manifest of trusted documents cannot be used: {string.Join(" ", mistakes)}");
        folder = new PhysicalFileProvider(Path.GetDirectoryName(file)!);
        watching = ChangeToken.OnChange(() => folder.Watch(Path.GetFileName(file)), ReadAgain);
    }

    /// <summary>The document of an id, <c>sha256:</c> and hash or the hash alone; null when there is none.</summary>
    public string? Find(string id) =>
        documents.GetValueOrDefault(id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id);

    /// <summary>Whether the document stands in the manifest.</summary>
    public bool Holds(string document) => documents.Count > 0 && documents.ContainsKey(HashOf(document));

    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    public void Dispose()
    {
        watching?.Dispose();
        folder?.Dispose();
    }

    internal void ReadAgain()
    {
        var (read, mistakes) = Read(file!);
        if (read is null)
        {
            LogKept(logger, string.Join(" ", mistakes));
            return;
        }

        documents = read;
        LogRead(logger, read.Count);
    }

    private (FrozenDictionary<string, string>? Documents, IReadOnlyList<string> Mistakes) Read(string path)
    {
        try
        {
            using var json = RequestBody.Parse(File.ReadAllBytes(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, ["It must be one JSON object of hashes and documents."]);
            }

            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            var mistakes = json.RootElement.EnumerateObject().Select((entry, index) => Add(found, entry, index + 1)).OfType<string>().ToList();
            return mistakes.Count == 0 ? (found.ToFrozenDictionary(StringComparer.Ordinal), [])
                : (null, [.. mistakes.Take(MostMistakesTold), .. mistakes.Count > MostMistakesTold ? [$"And {mistakes.Count - MostMistakesTold} more."] : (string[])[]]);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return (null, [exception is JsonException ? "It is not valid JSON in UTF-8, or names a hash twice." : "It cannot be read."]);
        }
    }

    private string? Add(Dictionary<string, string> found, JsonProperty entry, int number)
    {
        if (entry.Value.ValueKind != JsonValueKind.String)
        {
            return $"Entry {number} has no text as its document.";
        }

        var document = entry.Value.GetString()!;
        var hash = HashOf(document);
        if (entry.Name != hash && entry.Name != Prefix + hash)
        {
            return $"Entry {number} stands under another hash than its document's, {hash}.";
        }

        try
        {
            Parser.ParseDocument(document, limits);
        }
        catch (SyntaxException exception)
        {
            return $"Entry {number} is no document: {exception.Message}";
        }

        return found.TryAdd(hash, document) ? null : $"Entry {number} stands there twice.";
    }

    [LoggerMessage(1, LogLevel.Information, "The manifest of trusted documents was read again: {Documents} documents")]
    private static partial void LogRead(ILogger logger, int documents);

    [LoggerMessage(2, LogLevel.Error, "The trusted documents stay as they were, as the changed manifest has mistakes: {Mistakes}")]
    private static partial void LogKept(ILogger logger, string mistakes);
}
