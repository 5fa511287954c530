using System.Collections;
using System.Globalization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>
/// The made-up world that resolvers look at: what a field gives follows from its place in the response and its
/// arguments alone, by the same rule as in <c>Oracle/world.js</c>. Some values are wrong for their place, some fields fail.
/// </summary>
internal sealed class World(uint seed)
{
    private static readonly string[] Texts =
        ["", "plain", "quote \" and \\", "line\nend\r\n", "tab\t\b\f", "ä 😀 \uFEFF \u2028", "\u0001\u007F", "<&>'"];

    /// <summary>Whether a field's resolver waits before it answers.</summary>
    public static bool Waits(string type, string field) => Hash($"{type}.{field}") % 3 == 0;

    /// <summary>The value of a field.</summary>
    public object? Answer(IResolverContext context, string type)
    {
        var arguments = Seen(context);
        var place = PlaceOf(context, type, arguments);
        ThrowIfPlanned(place, 6, 29);
        return ValueOf(context.Schema, context.Field.Type, place, arguments);
    }

    /// <summary>The events of a field of the subscription type.</summary>
    public IAsyncEnumerable<object?> Events(IResolverContext context, string type)
    {
        var arguments = Seen(context);
        var place = PlaceOf(context, type, arguments);
        ThrowIfPlanned(place, 6, 29);
        return Read();

        async IAsyncEnumerable<object?> Read()
        {
            for (uint i = 0; i < Mix(place, 7) % 4; i++)
            {
                await Task.Yield();
                ThrowIfPlanned(place, 200 + i, 9);
                yield return ValueOf(context.Schema, context.Field.Type, Mix(place, 300 + i), arguments);
            }
        }
    }

    private static object? ValueOf(Schema schema, GraphQLType type, uint hash, string arguments)
    {
        if (Mix(hash, 1) % (type.IsNonNull ? 41u : 7u) == 0)
        {
            return null;
        }

        if (type.NullableType is ListType list)
        {
            return Mix(hash, 2) % 37 == 0
                ? 5
                : Enumerable.Range(0, (int)(Mix(hash, 3) % 4)).Select(i => ValueOf(schema, list.ElementType, Mix(hash, 100 + (uint)i), arguments)).ToArray();
        }

        if (type.NullableType is NamedType { IsLeaf: true } leaf)
        {
            return LeafOf(leaf, hash, arguments);
        }

        var names = schema.PossibleTypes(type.Named).Select(t => t.Name).Order(StringComparer.Ordinal).ToArray();
        return new Thing(names.Length == 0 || Mix(hash, 4) % 31 == 0 ? "Nowhere" : names[Mix(hash, 5) % (uint)names.Length]);
    }

    private static object LeafOf(NamedType type, uint hash, string arguments)
    {
        var bad = Mix(hash, 11) % 23;
        var many = Mix(hash, 12);
        if (type is EnumType @enum)
        {
            return bad == 0 ? "NOPE" : @enum.Values[(int)(many % (uint)@enum.Values.Count)].Value;
        }

        return (type is CustomScalar custom ? custom.Kind : type.Name) switch
        {
            "Int" => bad switch { 0 => "x", 1 => 3_000_000_000, 2 => 1.5, _ => (int)(many % 2001) - 1000 },
            "Float" => bad switch { 0 => "x", 1 => double.PositiveInfinity, 2 => 7, _ => ((int)(many % 200_001) - 100_000) / 64.0 },
            "Boolean" => bad == 0 ? "true" : many % 2 == 0,
            "ID" => bad switch { 0 => 1.5, 1 => 42, _ => $"id{many % 1000}" },
            "Count" => bad == 0 ? "x" : (long)many * 1000,
            "Flex" => bad == 0 ? new object() : (many % 3) switch { 0 => "flex", 1 => many % 2 == 0, _ => many / 64.0 },
            _ => bad == 0 ? new object() : arguments != "{}" ? arguments : Texts[many % (uint)Texts.Length] + (hash % 10),
        };
    }

    private static string Seen(IResolverContext context) => Seen(context.Field.Arguments
        .Where(a => context.Selection.HasArgument(a.Name))
        .ToDictionary(a => a.Name, a => context.Argument<object>(a.Name)));

    /// <summary>What a resolver sees, as text; numbers by their bits, zero without sign.</summary>
    private static string Seen(object? value) => value switch
    {
        null => "null",
        string text => $"{text.Length}:{text}",
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, object?> entries =>
            $"{{{string.Join(' ', entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={Seen(e.Value)}"))}}}",
        IEnumerable items => $"[{string.Join(' ', items.Cast<object?>().Select(Seen))}]",
        _ => BitConverter.DoubleToUInt64Bits(Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number and not 0 ? number : 0).ToString("x16", CultureInfo.InvariantCulture),
    };

    private static void ThrowIfPlanned(uint place, uint salt, uint rarity)
    {
        if (Mix(place, salt) % rarity == 0)
        {
            throw place % 2 == 0 ? new GraphQLException("planned", "PLANNED") : new InvalidOperationException("planned");
        }
    }

    private uint PlaceOf(IResolverContext context, string type, string arguments) =>
        Hash($"{seed}|{string.Join('.', context.Path)}|{type}.{context.Field.Name}|{arguments}");

    private static uint Hash(string text)
    {
        var hash = 0x811c9dc5;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x01000193;
        }

        return Mix(hash, 0);
    }

    private static uint Mix(uint hash, uint salt)
    {
        hash ^= (salt + 1) * 0x9e3779b1;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
