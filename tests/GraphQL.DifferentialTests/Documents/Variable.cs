using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>A variable of a document; it has one type in all operations.</summary>
/// <param name="Type">Null where the document names no type that could be given.</param>
internal sealed record Variable(string Name, string TypeText, GraphQLType? Type, IReadOnlyList<string> Default);
