using System.Text.Json;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Tests.Validation;

/// <summary>
/// Holds parser and rules to what the reference implementation says about the same documents, recorded by
/// <c>Reference/record.js</c>: where syntax is wrong, and which errors stand where.
/// </summary>
public sealed class ReferenceCorpusTests
{
    private static readonly ValidationOptions Options = ValidationOptions.Unlimited;

    [Fact]
    public void Validate_Should_SayWhatTheReferenceSays_When_DocumentsAreRecorded()
    {
        var entries = Read();

        var differing = entries.Select(entry => (entry.Text, Theirs: Theirs(entry), Ours: Ours(entry.Text))).Where(entry => entry.Theirs != entry.Ours).ToList();

        entries.Count.ShouldBe(800);
        differing.ShouldBeEmpty();
    }

    private static IReadOnlyList<Entry> Read()
    {
        using var stream = typeof(ReferenceCorpusTests).Assembly.GetManifestResourceStream("corpus.jsonl")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Entry>(line, JsonSerializerOptions.Web)!)];
    }

    private static string Theirs(Entry entry) => entry.Syntax is not null
        ? $"syntax {entry.Syntax}"
        : Sorted(entry.Errors!.Select(error => Line(error.Message, error.At)));

    private static string Ours(string text)
    {
        try
        {
            var errors = DocumentValidator.Validate(ValidationSchema.Schema, Parser.ParseDocument(text), Options);
            return Sorted(errors.Where(error => !error.Message.Contains("top level", StringComparison.Ordinal)).Select(error => Line(error.Message, error.Locations!.Select(place => place.ToString()))));
        }
        catch (SyntaxException error)
        {
            return $"syntax {error.Location}";
        }
    }

    /// <summary>
    /// Levels what is worded otherwise on purpose: suggestions are off, values are not repeated, and conflicts are told
    /// once for a group of fields instead of for each pair.
    /// </summary>
    private static string Line(string message, IEnumerable<string> at)
    {
        message = message.Split(" Did you mean ")[0];
        var isValue = message.StartsWith("Expected value of type", StringComparison.Ordinal)
            || message.Contains(" cannot represent ", StringComparison.Ordinal)
            || message.Contains(" does not exist in ", StringComparison.Ordinal);
        return message.StartsWith("Fields \"", StringComparison.Ordinal) ? "Fields conflict"
            : $"{(isValue ? "Value" : message)} at {string.Join(' ', at)}";
    }

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal));

    private sealed record Entry(string Text, string? Syntax, IReadOnlyList<EntryError>? Errors);

    private sealed record EntryError(string Message, IReadOnlyList<string> At);
}
