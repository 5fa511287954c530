using System.Text;

namespace PersonalDataHub.GraphQL.Language;

/// <summary>Writes a syntax tree as a document that reads back to an equal tree.</summary>
public static class SyntaxPrinter
{
    /// <summary>The node in the query language; lines end in a line feed, indentation is two spaces.</summary>
    public static string Print(SyntaxNode node)
    {
        var text = new StringBuilder();
        new SyntaxWriter(text).Write(node);
        return text.ToString();
    }
}
