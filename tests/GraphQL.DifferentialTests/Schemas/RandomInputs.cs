using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>Input types, arguments and their defaults.</summary>
internal sealed class RandomInputs(Random random, RandomTexts texts)
{
    private static readonly string[] BuiltIn = ["Int", "Float", "String", "Boolean", "ID"];
    private static readonly string[] Names = ["first", "after", "filter", "on", "a", "b", "input", "_y", "null_", "type"];

    private readonly List<string> leaves = [.. BuiltIn];
    private readonly Dictionary<string, EnumTypeConfiguration> enums = [];
    private readonly Dictionary<string, string> kinds = [];
    private readonly List<InputObjectTypeConfiguration> types = [];
    private int planned;

    public IReadOnlyList<InputObjectTypeConfiguration> Types => types;

    public string LeafName() => Any(leaves);

    public void AddTypes(int count, IReadOnlyList<CustomScalar> scalars, IReadOnlyList<EnumTypeConfiguration> knownEnums)
    {
        foreach (var scalar in scalars)
        {
            leaves.Add(scalar.Name);
            kinds.Add(scalar.Name, scalar.Kind);
        }

        foreach (var known in knownEnums)
        {
            leaves.Add(known.Name);
            enums.Add(known.Name, known);
        }

        planned = count;
        for (var i = 0; i < count; i++)
        {
            types.Add(random.Next(3) == 0 ? OneOf(i) : Plain(i));
        }
    }

    public IReadOnlyList<ArgumentConfiguration> Arguments(int count) => [.. Pick(count).Select(n => Argument(n, AnyType()))];

    public ArgumentConfiguration Argument(string name, string type)
    {
        var value = random.Next(3) == 0 ? Literal(Parser.ParseType(type), types.Count, 3) : null;
        return new(name, type)
        {
            Description = texts.Description(),
            DefaultValue = value,
            DeprecationReason = type.EndsWith('!') && value is null ? null : texts.Deprecation(),
        };
    }

    public string Wrapped(string type) => random.Next(7) switch
    {
        0 => $"{type}!",
        1 => $"[{type}]",
        2 => $"[{type}!]!",
        3 => $"[[{type}]]",
        _ => type,
    };

    private string AnyType() => Wrapped(types.Count > 0 && random.Next(3) == 0 ? Any(types).Name : LeafName());

    private InputObjectTypeConfiguration Plain(int index) => new($"Input{index}", texts.Description(),
        [.. Pick(random.Next(1, 6)).Select(name => random.Next(4) == 0
            ? new ArgumentConfiguration(name, Any<string>([$"Input{random.Next(planned)}", $"[Input{random.Next(planned)}!]"]))
            : Argument(name, AnyType()))]);

    // The first field can always be given, whatever the others lead to.
    private InputObjectTypeConfiguration OneOf(int index) => new($"Input{index}", texts.Description(),
        [.. Pick(random.Next(1, 4)).Select((name, i) => new ArgumentConfiguration(name, i == 0 ? LeafName() : AnyType().TrimEnd('!'))
        {
            Description = texts.Description(),
            DeprecationReason = texts.Deprecation(),
        })])
    {
        IsOneOf = true,
    };

    /// <summary>A default in canonical notation; of input objects only those made before, so that no default needs itself.</summary>
    private string? Literal(TypeNode type, int known, int depth)
    {
        switch (type)
        {
            case NonNullTypeNode nonNull:
                return Literal(nonNull.InnerType, known, depth) is { } inner && inner != "null" ? inner : null;
            case ListTypeNode list:
                if (random.Next(4) == 0)
                {
                    return "null";
                }

                var items = Enumerable.Range(0, random.Next(3)).Select(_ => depth > 0 ? Literal(list.ItemType, known, depth - 1) : null).ToList();
                return items.Contains(null) ? "[]" : random.Next(5) == 0 && items.Count == 1 && items[0] is not ("null" or "[]") ? items[0] : $"[{string.Join(", ", items)}]";
            default:
                return random.Next(10) == 0 ? "null" : Named(((NamedTypeNode)type).Name, known, depth);
        }
    }

    private string? Named(string name, int known, int depth)
    {
        if (types.FindIndex(t => t.Name == name) is >= 0 and var index)
        {
            return depth > 0 && index < known ? Object(types[index], index, depth - 1) : null;
        }

        return enums.TryGetValue(name, out var @enum) ? Any(@enum.Values).Name : kinds.GetValueOrDefault(name, name) switch
        {
            "Int" => Any<string>(["0", "-7", "2147483647"]),
            "Float" => Any<string>(["1.5", "-2", "1e10", "0.25"]),
            "Boolean" => Any<string>(["true", "false"]),
            "String" => Any<string>(["\"text\"", "\"\"", "\"quote \\\" slash \\\\\"", "\"ä 😀\"", "\"line\\nend\""]),
            "Text" or "Upper" => Any<string>(["\"lower\"", "\"\""]),
            "Count" => "12",
            "Flex" => Any<string>(["\"text\"", "1", "2.5", "true"]),
            "ID" => Any<string>(["\"id\"", "12"]),
            _ => null,
        };
    }

    private string? Object(InputObjectTypeConfiguration type, int index, int depth)
    {
        var fields = new List<string>();
        foreach (var field in type.IsOneOf ? [Any(type.Fields)] : type.Fields.Where(f => f.Type.EndsWith('!') || random.Next(2) == 0))
        {
            var value = Literal(Parser.ParseType(field.Type), index, depth);
            if (value is null or "null" && type.IsOneOf)
            {
                return null;
            }

            if (value is not null)
            {
                fields.Add($"{field.Name}: {value}");
            }
            else if (field.Type.EndsWith('!') && field.DefaultValue is null)
            {
                return null;
            }
        }

        return $"{{{string.Join(", ", fields)}}}";
    }

    private T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private IEnumerable<string> Pick(int count) => Names.OrderBy(_ => random.Next()).Take(count).ToList();
}
