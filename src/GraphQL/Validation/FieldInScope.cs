using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>A field among those whose values are merged into one object of the response.</summary>
/// <param name="Id">A number of its own in the document.</param>
/// <param name="Node">The field.</param>
/// <param name="Parent">The type it is selected on; null when unknown.</param>
/// <param name="Definition">The field in the schema; null when unknown.</param>
/// <param name="Above">The field whose selections it belongs to; null at the root.</param>
internal sealed record FieldInScope(int Id, FieldNode Node, NamedType? Parent, FieldDefinition? Definition, FieldInScope? Above);
