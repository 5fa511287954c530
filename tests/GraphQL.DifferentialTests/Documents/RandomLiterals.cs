using PersonalDataHub.GraphQL.DifferentialTests.Schemas;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>Makes values as documents write them, and the variables that they use.</summary>
internal sealed class RandomLiterals(Schema schema, Chance chance)
{
    private static readonly string[] Strings =
    [
        "\"text\"", "\"\"", "\"a \\\" b \\\\ \\/ \\b\\f\\n\\r\\t\"", "\"\\u00E4\\u{1F600}\\uD83D\\uDE00\"", "\"ä 😀 \u2028\"", "\"# no comment\"",
        "\"\"\"block\"\"\"", "\"\"\"\n    first\n      second\n\n    third \\\"\"\" quoted\n  \"\"\"", "\"\"\"\"\"\"", "\"\"\" \t \"\"\"", "\"\"\"a\r\n  b\r  c\"\"\"", "\"\"\"\\u0041 \\n\"\"\"",
    ];

    private static readonly string[] BadStrings =
        ["\"\\x\"", "\"\\u12\"", "\"\\uD83D\"", "\"\\u{110000}\"", "\"\\u{}\"", "\"\\uDE00\\uD83D\"", "\"open", "\"\"\"open", "\"line\nbreak\"", "\"\\u{D83D}\\u{DE00}\"", "\"\\u{0000000041}\""];

    private static readonly string[] Wrong =
        ["1", "-0", "1.5", "1e3", "2147483648", "-2147483649", "1e400", "\"text\"", "true", "null", "NOPE", "[]", "[1, null]", "{}", "{a: 1}", "[[[]]]"];

    private static readonly string[] BadNumbers = ["01", "1.", ".5", "1e", "-", "1.2.3", "0xF", "1_000", "+1"];

    private readonly List<Variable> variables = [];

    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>The variables used since <see cref="StartUses"/>.</summary>
    public HashSet<Variable> Uses { get; private set; } = [];

    public void StartUses() => Uses = [];

    public List<string> Value(GraphQLType type, bool hasDefault = false, bool isConstant = false, int depth = 3, bool inOneOf = false)
    {
        if (chance.IsWild)
        {
            return Tokens(chance.OneIn(8) ? chance.Any(BadStrings) : chance.OneIn(8) ? chance.Any(BadNumbers) : chance.OneIn(6) && !isConstant ? "$undefined" : chance.Any(Wrong));
        }

        if (!isConstant && chance.OneIn(4))
        {
            return ["$", UseVariable(type, hasDefault, inOneOf).Name];
        }

        if (!type.IsNonNull && !inOneOf && chance.OneIn(12))
        {
            return ["null"];
        }

        switch (type.NullableType)
        {
            case ListType list:
                if (chance.OneIn(5) && list.ElementType.NullableType is not ListType)
                {
                    return Value(list.ElementType is NonNullType e ? e : new NonNullType(list.ElementType), isConstant: true, depth: depth - 1);
                }

                return ["[", .. Enumerable.Range(0, depth > 0 ? chance.Below(4) : 0).SelectMany(_ => Value(list.ElementType, isConstant: isConstant, depth: depth - 1)), "]"];
            case InputObjectType input:
                return Object(input, isConstant, depth);
            default:
                return Leaf((NamedType)type.NullableType);
        }
    }

    /// <summary>A variable that is declared and nowhere used, or of a type that nobody can give.</summary>
    public Variable StrayVariable()
    {
        var type = chance.Any<string>(["Int", "Boolean!", "Query", "Nowhere", "[String]", .. schema.Types.Values.OfType<InputObjectType>().Select(t => t.Name)]);
        return Declare(type, schema.FindType(type.TrimEnd('!')), []);
    }

    /// <summary>A condition for <c>@skip</c> and <c>@include</c>.</summary>
    public List<string> Condition() => Value(new NonNullType(SpecifiedScalars.Boolean));

    private Variable UseVariable(GraphQLType type, bool hasDefault, bool inOneOf)
    {
        var known = variables.Where(v => v.TypeText == type.ToString() && !inOneOf).ToList();
        var variable = known.Count > 0 && chance.OneIn(2) ? chance.Any(known) : NewVariable(type, hasDefault, inOneOf);
        Uses.Add(variable);
        return variable;
    }

    private Variable NewVariable(GraphQLType type, bool hasDefault, bool inOneOf)
    {
        var declared = inOneOf || (!type.IsNonNull && chance.OneIn(4)) ? new NonNullType(type.NullableType)
            : hasDefault && chance.OneIn(2) ? type.NullableType
            : type;
        List<string> value = [];
        if (type.IsNonNull && declared.IsNonNull && chance.OneIn(4))
        {
            // Null is never met where a default that is not null stands in.
            (declared, value) = (type.NullableType, Value(type, isConstant: true));
        }
        else if (chance.OneIn(3))
        {
            value = Value(declared, isConstant: true);
        }

        return Declare(declared.ToString()!, declared, value);
    }

    private Variable Declare(string typeText, GraphQLType? type, List<string> value)
    {
        var variable = new Variable(chance.OneIn(15) ? chance.Any<string>(["on", "query", "true", "_"]) + variables.Count : $"v{variables.Count}", typeText, type, value);
        variables.Add(variable);
        return variable;
    }

    private List<string> Object(InputObjectType input, bool isConstant, int depth)
    {
        var fields = input.IsOneOf
            ? [chance.Any(input.Fields.Where(f => depth > 0 || f.Type.Named.IsLeaf).ToList())]
            : input.Fields.Where(f => f.IsRequired || (depth > 0 && chance.OneIn(2))).ToList();
        if (chance.IsWild && fields.Count > 0)
        {
            _ = chance.OneIn(2) ? fields.Remove(fields[0]) : Repeat(fields);
        }

        List<string> tokens = ["{"];
        foreach (var field in fields)
        {
            tokens.AddRange([chance.IsWild ? "nope" : field.Name, ":"]);
            tokens.AddRange(Value(field.Type, field.HasDefaultValue, isConstant, depth - 1, input.IsOneOf));
        }

        return [.. tokens, "}"];
    }

    private List<string> Leaf(NamedType type) => type is EnumType @enum
        ? [chance.Any(@enum.Values).Name]
        : Tokens((type is CustomScalar custom ? custom.Kind : type.Name) switch
        {
            "Int" => chance.Any<string>(["0", "-0", "42", "-2147483648", "2147483647"]),
            "Count" => chance.Any<string>(["0", "9007199254740991", "-5"]),
            "Float" => chance.Any<string>(["0", "1.5", "-2.5e-3", "1E+10", "0.1", "123456789.125"]),
            "Boolean" => chance.OneIn(2) ? "true" : "false",
            "ID" => chance.Any<string>(["\"id\"", "7", "12345678901234567890", "-1"]),
            "Flex" => chance.Any<string>(["\"text\"", "1", "2.5", "true"]),
            _ => chance.Any(Strings),
        });

    private static bool Repeat(List<InputValueDefinition> fields)
    {
        fields.Add(fields[0]);
        return true;
    }

    private static List<string> Tokens(string text) => text.StartsWith('$') ? ["$", text[1..]] : [text];
}
