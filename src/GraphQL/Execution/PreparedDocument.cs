using System.Collections.Concurrent;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A valid document with the plans of those of its operations that were asked for.</summary>
internal sealed class PreparedDocument(DocumentNode document)
{
    /// <summary>More outcomes of an operation's conditions than these are planned each time.</summary>
    private const int KeptOutcomes = 16;

    private readonly OperationDefinitionNode[] operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
    private readonly ConcurrentDictionary<string, OperationPlan> plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Operation, ulong Fulfilled), OperationPlan> deferred = new();

    /// <exception cref="GraphQLException">There is no such operation, or it selects too much.</exception>
    public OperationPlan PlanOf(Schema schema, string? operationName)
    {
        var operation = FindOperation(operationName);
        var name = operation.Name ?? "";
        return plans.TryGetValue(name, out var plan) ? plan : plans.GetOrAdd(name, OperationPlanner.Plan(schema, document, operation));
    }

    /// <summary>The plan that defers what an operation asks to defer, for one outcome of its conditions.</summary>
    /// <exception cref="GraphQLException">The operation selects too much.</exception>
    public OperationPlan DeferredPlanOf(Schema schema, OperationPlan general, ulong fulfilled)
    {
        var key = (general.Operation.Name ?? "", fulfilled);
        if (deferred.TryGetValue(key, out var known))
        {
            return known;
        }

        var plan = OperationPlanner.PlanDeferred(schema, document, general, fulfilled);
        return deferred.Count < KeptOutcomes ? deferred.GetOrAdd(key, plan) : plan;
    }

    private OperationDefinitionNode FindOperation(string? name)
    {
        if (name is null)
        {
            return operations is [var only] ? only : throw Unknown("The document does not have exactly one operation, so operationName is needed.");
        }

        return Array.Find(operations, o => o.Name == name) ?? throw Unknown("The document has no operation of the name that operationName gives.");
    }

    private static GraphQLException Unknown(string message) => new(message, "OPERATION_NOT_FOUND");
}
