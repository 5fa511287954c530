namespace PersonalDataHub.GraphQL.Types;

/// <summary>A scalar as a client wrote it, in a document or in JSON variables.</summary>
/// <param name="Kind">The notation used.</param>
/// <param name="Text">The digits of a number, the content of a string, <c>true</c> or <c>false</c>; empty for other kinds.</param>
public readonly record struct ScalarLiteral(ScalarLiteralKind Kind, string Text);
