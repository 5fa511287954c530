namespace PersonalDataHub.GraphQL.Language;

/// <summary>A place in a document: line and column, both counted from 1; columns count UTF-16 code units.</summary>
public readonly record struct Location(int Line, int Column)
{
    /// <summary>Reads as <c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
