using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>Makes selection sets, fragments and directives.</summary>
internal sealed class RandomSelections(Schema schema, Chance chance, RandomLiterals literals)
{
    private readonly List<Fragment> fragments = [];
    private readonly Dictionary<string, string> meanings = [];
    private int labels;

    public IReadOnlyList<Fragment> Fragments => fragments;

    /// <summary>The fragments spread since <see cref="StartSpreads"/>.</summary>
    public HashSet<string> Spreads { get; private set; } = [];

    public void StartSpreads() => Spreads = [];

    /// <summary>Adds fragments that spread only those added before, so that no cycle comes about.</summary>
    public void AddFragments(int count)
    {
        for (var i = 0; i < count; i++)
        {
            literals.StartUses();
            StartSpreads();
            var type = chance.Any(schema.Types.Values.Where(t => t.IsComposite && !t.Name.StartsWith("__", StringComparison.Ordinal)).OrderBy(t => t.Name, StringComparer.Ordinal).ToList());
            var name = chance.OneIn(12) ? $"query{i}" : $"F{i}";
            var directives = Directives(DirectiveLocation.FragmentDefinition);
            var set = Set(type, 2);
            var condition = chance.IsWild ? AnyTypeName() : type.Name;
            fragments.Add(new(name, type, ["fragment", name, "on", condition, .. directives, .. set], literals.Uses, Spreads));
        }
    }

    /// <summary>These fragments and all those that they lead to.</summary>
    public IReadOnlyList<Fragment> ReachedFrom(IEnumerable<string> spreads)
    {
        var reached = new List<Fragment>();
        var open = new Queue<string>(spreads);
        while (open.TryDequeue(out var name))
        {
            if (fragments.Find(f => f.Name == name) is { } fragment && !reached.Contains(fragment))
            {
                reached.Add(fragment);
                fragment.Spreads.ToList().ForEach(open.Enqueue);
            }
        }

        return reached;
    }

    public List<string> Set(NamedType type, int depth) =>
        ["{", .. Enumerable.Range(0, 1 + chance.Below(4)).SelectMany(i => i == 0 || chance.Spend() ? Selection(type, depth) : []), "}"];

    /// <summary>What a subscription may select: one field without conditions.</summary>
    public List<string> OneField(ObjectType? type) => type is null ? ["{", "nope", "}"] : ["{", .. Field(type, chance.Any(type.Fields), 3, isPlain: true), "}"];

    public List<string> Directives(DirectiveLocation location, bool isConstant = false)
    {
        var tokens = new List<string>();
        foreach (var directive in schema.Directives.Values.OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            var isCommon = directive.Name is "skip" or "include" or "defer";
            if (chance.IsWild && chance.OneIn(4) || (directive.Locations.Contains(location) && chance.OneIn(isCommon ? 12 : 24)))
            {
                for (var i = directive.IsRepeatable || chance.IsWild ? chance.Below(3) : 1; i > 0; i--)
                {
                    tokens.AddRange(["@", chance.IsWild ? "nope" : directive.Name, .. directive.Name == "defer" && !chance.IsWild ? DeferArguments() : Arguments(directive.Arguments, isConstant)]);
                }
            }
        }

        return tokens;
    }

    /// <summary>Labels are written out and differ.</summary>
    private List<string> DeferArguments()
    {
        List<string> tokens =
        [
            .. chance.OneIn(3) ? ["label", ":", $"\"part {labels++}\""] : Array.Empty<string>(),
            .. chance.OneIn(4) ? ["if", ":", .. literals.Condition()] : Array.Empty<string>(),
        ];
        return tokens.Count == 0 ? [] : ["(", .. tokens, ")"];
    }

    private List<string> Selection(NamedType type, int depth)
    {
        if (depth > 0 && chance.OneIn(6))
        {
            return InlineFragment(type, depth);
        }

        if (chance.OneIn(6) && fragments.Where(f => chance.IsWild || Overlap(f.Type, type)).ToList() is { Count: > 0 } known)
        {
            var name = chance.IsWild ? chance.Any<string>(["Nope", "F0", "F1", "F2"]) : chance.Any(known).Name;
            Spreads.Add(name);
            return ["...", name, .. Directives(DirectiveLocation.FragmentSpread)];
        }

        if (type is not ComplexType complex || chance.OneIn(15))
        {
            return Field(type, schema.FindField(type, "__typename")!, 0);
        }

        if (complex == schema.QueryType && chance.OneIn(25))
        {
            return Field(type, schema.FindField(type, chance.OneIn(2) ? "__schema" : "__type")!, Math.Min(depth, 3));
        }

        var fields = complex.Fields.Where(f => depth > 0 || f.Type.Named.IsLeaf).ToList();
        return fields.Count == 0 ? ["__typename"] : Field(type, chance.Any(fields), depth);
    }

    private List<string> InlineFragment(NamedType type, int depth)
    {
        if (chance.OneIn(3))
        {
            return ["...", .. Directives(DirectiveLocation.InlineFragment), .. Set(type, depth - 1)];
        }

        var candidates = schema.Types.Values.Where(t => t.IsComposite && (chance.IsWild || Overlap(t, type))).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var condition = candidates.Count == 0 ? type : chance.Any(candidates);
        return ["...", "on", chance.IsWild ? AnyTypeName() : condition.Name, .. Directives(DirectiveLocation.InlineFragment), .. Set(condition, depth - 1)];
    }

    private List<string> Field(NamedType parent, FieldDefinition field, int depth, bool isPlain = false)
    {
        var arguments = field.Name == "__type" ? ["(", "name", ":", $"\"{AnyTypeName()}\"", ")"] : Arguments(field.Arguments, isConstant: false);
        var directives = isPlain ? [] : Directives(DirectiveLocation.Field);
        var hasSet = field.Type.Named.IsComposite != chance.IsWild;
        var set = hasSet ? Set(field.Type.Named.IsComposite ? field.Type.Named : parent, depth - 1) : [];
        var name = chance.IsWild ? chance.Any<string>(["nope", "__nope", "name", "id", "__schema"]) : field.Name;
        var key = ResponseName(name, $"{name} {string.Concat(arguments)} {field.Type}");
        return [.. key == name ? [] : new[] { key, ":" }, name, .. arguments, .. directives, .. set];
    }

    /// <summary>A name that means the same field, arguments and type wherever it is used in the document, so that fields merge.</summary>
    private string ResponseName(string name, string meaning)
    {
        var key = chance.OneIn(4) ? chance.Any<string>(["a", "b", "on", "name", "type", "__typename_"]) : name;
        if (chance.IsWild)
        {
            return key;
        }

        while (meanings.TryGetValue(key, out var known) && known != meaning)
        {
            key += meanings.Count;
        }

        return (meanings[key] = meaning) == meaning ? key : name;
    }

    private List<string> Arguments(IReadOnlyList<InputValueDefinition> definitions, bool isConstant)
    {
        var given = definitions.Where(a => (a.IsRequired && !chance.IsWild) || chance.OneIn(2)).ToList();
        if (chance.IsWild && given.Count > 0)
        {
            given.Add(given[0]);
        }

        var tokens = new List<string>();
        foreach (var argument in given)
        {
            tokens.AddRange([chance.IsWild ? "nope" : argument.Name, ":", .. literals.Value(argument.Type, argument.HasDefaultValue, isConstant)]);
        }

        if (chance.IsWild)
        {
            tokens.AddRange(["more", ":", "1"]);
        }

        return tokens.Count == 0 ? [] : ["(", .. tokens, ")"];
    }

    private bool Overlap(NamedType one, NamedType other) => schema.PossibleTypes(one).Overlaps(schema.PossibleTypes(other));

    private string AnyTypeName() => chance.Any<string>(["Nowhere", .. schema.Types.Keys.Order(StringComparer.Ordinal)]);
}
