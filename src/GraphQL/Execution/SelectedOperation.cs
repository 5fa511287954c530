using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The operation of a request.</summary>
public sealed class SelectedOperation
{
    internal SelectedOperation(OperationRun run)
    {
        var operation = run.Plan.Operation;
        Kind = operation.Operation;
        Name = operation.Name;
        Selections = Selection.AllOf([run.Plan.Root], run);
        Directives = [.. operation.Directives.Select(d => new OperationDirective(
            run.Schema.FindDirective(d.Name)!,
            ArgumentCoercion.Coerce(run.Schema.FindDirective(d.Name)!.Arguments, d.Arguments, run.Variables)))];
    }

    public OperationKind Kind { get; }

    /// <summary>The name, or null for an anonymous operation.</summary>
    public string? Name { get; }

    /// <summary>What is selected on the root type.</summary>
    public IReadOnlyList<ISelection> Selections { get; }

    /// <summary>The directives on the operation, in order.</summary>
    public IReadOnlyList<OperationDirective> Directives { get; }
}
