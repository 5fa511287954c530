using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Writes a property of the parent straight into the response; false when it is null, and then nothing is written.</summary>
internal delegate bool LeafWriter(JsonBuffer json, object parent);
