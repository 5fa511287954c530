using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>Makes a document for a schema: valid by construction, but for what <see cref="Chance.IsWild"/> spoils.</summary>
internal sealed class RandomDocument
{
    private readonly Schema schema;
    private readonly Chance chance;
    private readonly RandomLiterals literals;
    private readonly RandomSelections selections;
    private readonly List<(string Name, OperationKind Kind, IReadOnlyList<Variable> Variables)> operations = [];

    public RandomDocument(Schema schema, Chance chance)
    {
        this.schema = schema;
        this.chance = chance;
        literals = new RandomLiterals(schema, chance);
        selections = new RandomSelections(schema, chance, literals);
    }

    /// <summary>The operations made: their names, empty for an anonymous one, and variables.</summary>
    public IReadOnlyList<(string Name, OperationKind Kind, IReadOnlyList<Variable> Variables)> Operations => operations;

    public List<string> Tokens()
    {
        selections.AddFragments(chance.Below(5));
        var count = chance.OneIn(5) ? 2 + chance.Below(2) : 1;
        var reached = new HashSet<string>();
        List<List<string>> definitions = [.. Enumerable.Range(0, count).Select(i => Operation(i, count, reached))];
        definitions.AddRange(selections.Fragments.Where(f => reached.Contains(f.Name) || chance.IsWild).Select(f => f.Tokens));
        if (chance.IsWild)
        {
            definitions.Insert(chance.Below(definitions.Count), [.. chance.Any(definitions)]);
        }

        return [.. (chance.OneIn(3) ? definitions.AsEnumerable().Reverse() : definitions).SelectMany(d => d)];
    }

    private List<string> Operation(int index, int count, HashSet<string> reached)
    {
        var kinds = Enum.GetValues<OperationKind>().Where(k => RootOf(k) is not null || chance.IsWild).ToList();
        var kind = chance.OneIn(2) ? OperationKind.Query : chance.Any(kinds);
        var name = count == 1 && chance.OneIn(2) || chance.IsWild ? "" : chance.IsWild ? "Same" : chance.OneIn(10) ? "fragment" + index : $"Op{index}";
        literals.StartUses();
        selections.StartSpreads();
        var directives = selections.Directives(kind switch
        {
            OperationKind.Query => DirectiveLocation.Query,
            OperationKind.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        });
        var set = kind == OperationKind.Subscription && !chance.IsWild ? selections.OneField(RootOf(kind)) : selections.Set(RootOf(kind) ?? schema.QueryType, 4);
        var fragments = selections.ReachedFrom(selections.Spreads);
        reached.UnionWith(fragments.Select(f => f.Name));
        List<Variable> variables = [.. literals.Uses.Union(fragments.SelectMany(f => f.Uses)).Distinct()];
        if (chance.IsWild)
        {
            variables.Add(literals.StrayVariable());
        }

        if (chance.IsWild && variables.Count > 0)
        {
            _ = chance.OneIn(2) ? variables.Remove(variables[0]) : AddTwice(variables);
        }

        operations.Add((name, kind, variables));
        var isShort = kind == OperationKind.Query && name.Length == 0 && variables.Count == 0 && directives.Count == 0 && chance.OneIn(2);
        string[] description = !isShort && chance.OneIn(12) ? [chance.Any<string>(["\"about\"", "\"\"\"\n  about\n\"\"\""])] : [];
        string[] head = isShort ? [] : name.Length == 0 ? [KeywordOf(kind)] : [KeywordOf(kind), name];
        return [.. description, .. head, .. Declarations(variables), .. directives, .. set];
    }

    private IEnumerable<string> Declarations(IReadOnlyList<Variable> variables) => variables.Count == 0
        ? []
        : ["(", .. variables.SelectMany(Declaration), ")"];

    private IEnumerable<string> Declaration(Variable variable)
    {
        string[] description = chance.OneIn(15) ? ["\"about\""] : [];
        return
        [
            .. description, "$", variable.Name, ":", .. TypeTokens(variable.TypeText),
            .. variable.Default.Count > 0 ? ["=", .. variable.Default] : Array.Empty<string>(),
            .. selections.Directives(DirectiveLocation.VariableDefinition, isConstant: true),
        ];
    }

    private static IEnumerable<string> TypeTokens(string type)
    {
        var name = type.Trim('[', ']', '!');
        var start = type.IndexOf(name, StringComparison.Ordinal);
        return [.. type[..start].Select(c => $"{c}"), name, .. type[(start + name.Length)..].Select(c => $"{c}")];
    }

    private ObjectType? RootOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => schema.QueryType,
        OperationKind.Mutation => schema.MutationType,
        _ => schema.SubscriptionType,
    };

    private static string KeywordOf(OperationKind kind) => kind.ToString().ToLowerInvariant();

    private static bool AddTwice(List<Variable> variables)
    {
        variables.Add(variables[0]);
        return true;
    }
}
