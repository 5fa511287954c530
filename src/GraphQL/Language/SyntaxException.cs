namespace PersonalDataHub.GraphQL.Language;

/// <summary>A document that is not GraphQL, or is more than the limits allow.</summary>
public sealed class SyntaxException(string message, Location location) : Exception("Syntax Error: " + message)
{
    /// <summary>Where the mistake stands.</summary>
    public Location Location { get; } = location;

    /// <summary>The line of the mistake, counted from 1.</summary>
    public int Line => Location.Line;

    /// <summary>The column of the mistake, counted from 1.</summary>
    public int Column => Location.Column;
}
