using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>Makes a valid schema, the same one for the same seed.</summary>
internal sealed class RandomSchema
{
    private static readonly string[] FieldNames =
        ["id", "name", "parent", "children", "state", "amount", "on", "type", "query", "_x", "owner", "items", "isOpen", "related", "nodes", "kind"];

    private readonly Random random;
    private readonly RandomTexts texts;
    private readonly List<CustomScalar> scalars = [];
    private readonly List<EnumTypeConfiguration> enums = [];
    private readonly RandomInputs inputs;
    private readonly List<InterfaceTypeConfiguration> interfaces = [];
    private readonly List<ObjectTypeConfiguration> objects = [];
    private readonly List<UnionTypeConfiguration> unions = [];
    private readonly List<string> compositeNames = [];
    private readonly Dictionary<string, ObjectFieldConfiguration> promised = [];

    private string QueryName { get; }

    private RandomSchema(Random random)
    {
        this.random = random;
        QueryName = random.Next(3) == 0 ? "Root" : "Query";
        texts = new RandomTexts(random);
        inputs = new RandomInputs(random, texts);
    }

    public static GeneratedSchema Make(int seed) => new RandomSchema(new Random(seed)).Make((uint)seed);

    private GeneratedSchema Make(uint seed)
    {
        AddLeaves();
        inputs.AddTypes(random.Next(1, 5), scalars, enums);
        var (interfaceCount, objectCount, unionCount) = (random.Next(4), random.Next(2, 6), random.Next(3));
        compositeNames.AddRange(Enumerable.Range(0, interfaceCount).Select(i => $"Being{i}"));
        compositeNames.AddRange(Enumerable.Range(0, objectCount).Select(i => $"Thing{i}"));
        compositeNames.AddRange(Enumerable.Range(0, unionCount).Select(i => $"Either{i}"));
        if (random.Next(4) == 0)
        {
            compositeNames.Add(QueryName);
        }

        for (var i = 0; i < interfaceCount; i++)
        {
            AddInterface(i);
        }

        for (var i = 0; i < objectCount; i++)
        {
            AddObject($"Thing{i}");
        }

        for (var i = 0; i < unionCount; i++)
        {
            unions.Add(new($"Either{i}", texts.Description(), [.. objects.Where(_ => random.Next(2) == 0).Append(Any(objects)).Select(o => o.Name).Distinct()]));
        }

        return new(seed, AddRoots(),
        [
            .. enums, .. inputs.Types, .. interfaces, .. objects, .. unions, .. scalars.Select(s => new ScalarTypeConfiguration(s)),
            .. Enumerable.Range(0, random.Next(1, 4)).Select(Directive),
        ]);
    }

    private void AddLeaves()
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            scalars.Add(new($"Scalar{i}", Any(CustomScalar.Kinds), texts.Description(), random.Next(2) == 0 ? $"https://example.org/{i}" : null));
        }

        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var values = Enumerable.Range(0, random.Next(1, 5)).Select(v => $"VALUE_{i}_{v}");
            enums.Add(new($"State{i}", texts.Description(), [.. values.Select(v => new EnumValueDefinition(v, v, texts.Description(), texts.Deprecation()))]));
        }
    }

    private void AddInterface(int index)
    {
        var parents = Closure(interfaces.Where(_ => random.Next(3) == 0).Select(i => i.Name));
        var fields = Inherited(parents, isObject: false);
        foreach (var name in Pick(FieldNames, random.Next(1, 4)).Where(n => fields.All(f => f.Name != n)))
        {
            // A name means one thing in all interfaces, so that a type can have any of them.
            fields.Add(promised.TryGetValue(name, out var known) ? known : promised[name] = Field(name));
        }

        interfaces.Add(new($"Being{index}", texts.Description(), fields) { Interfaces = parents });
    }

    private void AddObject(string name)
    {
        var parents = Closure(interfaces.Where(_ => random.Next(3) == 0).Select(i => i.Name));
        var fields = Inherited(parents, isObject: true);
        foreach (var field in Pick(FieldNames, random.Next(2, 7)).Where(n => fields.All(f => f.Name != n)))
        {
            fields.Add(Field(field));
        }

        Shuffle(fields);
        objects.Add(new(name, texts.Description(), fields) { Interfaces = parents });
    }

    /// <summary>The query type leads to every type there is.</summary>
    private SchemaTypeConfiguration AddRoots()
    {
        var everything = compositeNames.Concat(enums.Select(e => e.Name)).Concat(scalars.Select(s => s.Name));
        List<ObjectFieldConfiguration> fields =
        [
            .. everything.Select(type => Field($"to{type}") with { Type = Wrapped(type) }),
            .. inputs.Types.Select(input => Field($"with{input.Name}") with
            {
                Type = Wrapped("String"),
                Arguments = [inputs.Argument("given", inputs.Wrapped(input.Name)), .. inputs.Arguments(random.Next(3))],
            }),
            Field("echo") with { Type = "String", Arguments = inputs.Arguments(5) },
        ];
        objects.Add(new(QueryName, texts.Description(), fields));
        return new(texts.Description())
        {
            QueryType = QueryName,
            MutationType = AddRoot("Mutation", "Change"),
            SubscriptionType = AddRoot("Subscription", "Watch"),
        };
    }

    private string? AddRoot(params string[] names)
    {
        if (random.Next(3) == 0)
        {
            return null;
        }

        var name = Any(names);
        objects.Add(new(name, texts.Description(), [.. Pick(FieldNames, random.Next(1, 5)).Select(Field)]));
        return name;
    }

    private DirectiveTypeConfiguration Directive(int index) => new(
        $"mark{index}",
        texts.Description(),
        [.. Enum.GetValues<DirectiveLocation>().Where(_ => random.Next(2) == 0).Append(DirectiveLocation.Field).Distinct()])
    {
        Arguments = inputs.Arguments(random.Next(3)),
        IsRepeatable = random.Next(2) == 0,
    };

    private ObjectFieldConfiguration Field(string name) => new()
    {
        Name = name,
        Type = Wrapped(random.Next(2) == 0 ? Any(compositeNames) : inputs.LeafName()),
        Description = texts.Description(),
        DeprecationReason = texts.Deprecation(),
        Arguments = random.Next(3) == 0 ? inputs.Arguments(random.Next(1, 4)) : [],
    };

    /// <summary>Fields that interfaces promise, some with a narrower type or more arguments.</summary>
    private List<ObjectFieldConfiguration> Inherited(IReadOnlyList<string> parents, bool isObject)
    {
        var fields = new Dictionary<string, ObjectFieldConfiguration>();
        foreach (var field in parents.SelectMany(p => interfaces.Single(i => i.Name == p).Fields))
        {
            // The narrowest so far stays: it fits whatever a wider one promises.
            fields[field.Name] = fields.TryGetValue(field.Name, out var known) && known.Type.Length > field.Type.Length ? known : field;
        }

        foreach (var name in fields.Keys.Where(_ => random.Next(4) == 0).ToList())
        {
            var field = fields[name];
            fields[name] = field with
            {
                Type = field.Type.EndsWith('!') ? field.Type : field.Type + "!",
                Description = texts.Description(),
                DeprecationReason = null,
                Arguments = isObject && random.Next(2) == 0 ? [.. field.Arguments, new("extra", "Int")] : field.Arguments,
            };
        }

        return [.. fields.Values];
    }

    private List<string> Closure(IEnumerable<string> names)
    {
        var all = new List<string>();
        foreach (var name in names)
        {
            all.AddRange(interfaces.Single(i => i.Name == name).Interfaces.Append(name));
        }

        return [.. all.Distinct()];
    }

    private string Wrapped(string type) => random.Next(8) switch
    {
        0 => $"{type}!",
        1 => $"[{type}]",
        2 => $"[{type}!]!",
        3 => $"[[{type}!]]",
        4 when random.Next(3) == 0 => $"[[[{type}]!]!]!",
        _ => type,
    };

    private T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private List<string> Pick(string[] from, int count)
    {
        List<string> all = [.. from];
        Shuffle(all);
        return all[..Math.Min(count, all.Count)];
    }

    private void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }
}
