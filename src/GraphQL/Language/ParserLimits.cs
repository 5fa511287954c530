namespace PersonalDataHub.GraphQL.Language;

/// <summary>How much of a document the parser takes before it refuses, whatever the document asks for.</summary>
public sealed record ParserLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static ParserLimits Default { get; } = new();

    /// <summary>Levels of selection sets, lists, input objects and types within each other, all counted together. Default 64.</summary>
    public int MaximumNesting { get; init; } = 64;

    /// <summary>Tokens of a document; comments, commas and white space are none. Default 20,000.</summary>
    public int MaximumTokens { get; init; } = 20_000;

    /// <summary>Bytes of a document. Default 1 MiB.</summary>
    public int MaximumBytes { get; init; } = 1024 * 1024;
}
