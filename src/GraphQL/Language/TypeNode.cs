namespace PersonalDataHub.GraphQL.Language;

/// <summary>A reference to a type: its name, a list of it, or its non-null form.</summary>
public abstract record TypeNode(Location Location) : SyntaxNode(Location)
{
    /// <summary>The reference as the query language writes it, such as <c>[Invoice!]!</c>.</summary>
    public sealed override string ToString() => SyntaxPrinter.Print(this);
}
