namespace PersonalDataHub.GraphQL.Language;

/// <summary>One token: its kind and the bytes it covers, quotes included.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, Location Location);
