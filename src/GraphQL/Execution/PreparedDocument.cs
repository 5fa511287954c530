using System.Collections.Concurrent;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A valid document with the plans of those of its operations that were asked for.</summary>
internal sealed class PreparedDocument(DocumentNode document)
{
    private readonly ConcurrentDictionary<string, OperationPlan> plans = new(StringComparer.Ordinal);

    /// <exception cref="GraphQLException">There is no such operation, or it selects too much.</exception>
    public OperationPlan PlanOf(Schema schema, string? operationName)
    {
        var operation = FindOperation(operationName);
        return plans.GetOrAdd(operation.Name ?? "", _ => OperationPlanner.Plan(schema, document, operation));
    }

    private OperationDefinitionNode FindOperation(string? name)
    {
        var operations = document.Definitions.OfType<OperationDefinitionNode>().ToArray();
        return name is null
            ? operations is [var only] ? only : throw Unknown("The document does not have exactly one operation, so operationName is needed.")
            : operations.FirstOrDefault(o => o.Name == name) ?? throw Unknown("The document has no operation of the name that operationName gives.");
    }

    private static GraphQLException Unknown(string message) => new(message, "OPERATION_NOT_FOUND");
}
