using System.Text.Json;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Language;

/// <summary>Holds the parser to what the reference implementation says about the same texts, recorded by <c>Reference/record.js</c>.</summary>
public sealed class GrammarCorpusTests
{
    [Fact]
    public void ParseDocument_Should_AgreeWithTheReference_When_TextsAreRecorded()
    {
        var entries = Read();

        var differing = entries.Select(entry => (entry.Text, Theirs: entry.At, Ours: At(entry.Text))).Where(entry => entry.Theirs != entry.Ours).ToList();

        differing.ShouldBeEmpty();
        entries.Count(entry => entry.At is null).ShouldBeGreaterThan(200);
        entries.Count(entry => entry.At is not null).ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Print_Should_ReadBackAsEqualTree_When_TextsAreRecorded()
    {
        foreach (var text in Read().Where(entry => entry.At is null).Select(entry => entry.Text))
        {
            var document = Parser.ParseDocument(text);

            SyntaxComparer.Instance.Equals(document, Parser.ParseDocument(SyntaxPrinter.Print(document))).ShouldBeTrue(text);
        }
    }

    private static string? At(string text)
    {
        try
        {
            Parser.ParseDocument(text);
            return null;
        }
        catch (SyntaxException error)
        {
            return error.Location.ToString();
        }
    }

    private static List<Entry> Read()
    {
        using var stream = typeof(GrammarCorpusTests).Assembly.GetManifestResourceStream("grammar.jsonl")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Entry>(line, JsonSerializerOptions.Web)!)];
    }

    private sealed record Entry(string Text, string? At);
}
