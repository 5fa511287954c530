using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.Tests.GraphQL;

/// <summary>A field of an object type, and a shortest way to its type from a root.</summary>
/// <param name="Root">What the operation is: query, mutation or subscription.</param>
/// <param name="Way">The fields that lead to the type, from the root on, each with the object type it gives.</param>
/// <param name="Type">The type.</param>
/// <param name="Field">The field.</param>
internal sealed record FieldPlace(string Root, IReadOnlyList<(FieldDefinition Field, ObjectType Gives)> Way, ObjectType Type, FieldDefinition Field)
{
    /// <summary>The name of the operation that selects the field.</summary>
    public const string Chosen = "Chosen";

    /// <summary>The name of the place, as the rules are spoken of.</summary>
    public string Name => $"{Type.Name}.{Field.Name}";

    /// <summary>Every field of every object type that a request can reach.</summary>
    public static IReadOnlyList<FieldPlace> Of(Schema schema)
    {
        var places = new List<FieldPlace>();
        var seen = new HashSet<ObjectType>();
        var pending = new Queue<(string Root, IReadOnlyList<(FieldDefinition, ObjectType)> Way, ObjectType Type)>();
        foreach (var (root, type) in new[] { ("query", schema.QueryType), ("mutation", schema.MutationType!), ("subscription", schema.SubscriptionType!) })
        {
            seen.Add(type);
            pending.Enqueue((root, [], type));
        }

        while (pending.TryDequeue(out var next))
        {
            foreach (var field in next.Type.Fields)
            {
                places.Add(new(next.Root, next.Way, next.Type, field));
                foreach (var gives in schema.PossibleTypes(field.Type.Named).Where(seen.Add))
                {
                    pending.Enqueue((next.Root, [.. next.Way, (field, gives)], gives));
                }
            }
        }

        return places;
    }

    /// <summary>Documents that select the field in every way there is.</summary>
    public IEnumerable<string> Documents()
    {
        var below = Field.Type.Named.IsComposite ? "{ __typename }" : "";
        var leaf = Select(Field, below);
        yield return $"{Root} {Chosen} {Inside(leaf)}";
        yield return $"{Root} {Chosen} {Inside("alias: " + leaf)}";
        yield return $"{Root} {Chosen} {Inside("...F")} fragment F on {Type.Name} {{ ...G }} fragment G on {Type.Name} {{ {leaf} }}";
        yield return $"{Root} {Chosen} {Inside($"... {{ ... on {Type.Name} {{ {leaf} }} }}")}";
        yield return $"query Other {{ __typename }} {Root} {Chosen} {Inside(leaf)}";

        // On the one root field of a subscription no conditions may stand.
        if (Root != "subscription" || Way.Count > 0)
        {
            yield return $"{Root} {Chosen}($yes: Boolean = true) {Inside(Select(Field, "@include(if: $yes) " + below))}";
        }

        if (Root == "query")
        {
            yield return $"{Root} {Chosen} {Inside($"... @defer {{ {leaf} }}")}";
        }

        foreach (var @interface in Type.Interfaces)
        {
            yield return @interface.FindField(Field.Name) is not null
                ? $"{Root} {Chosen} {Inside($"... on {@interface.Name} {{ {leaf} }}")}"
                : $"{Root} {Chosen} {Inside($"... on {@interface.Name} {{ ... on {Type.Name} {{ {leaf} }} }}")}";
        }
    }

    private static string Select(FieldDefinition field, string below)
    {
        var given = field.Arguments.Where(argument => argument.IsRequired).Select(argument => $"{argument.Name}: {Literal(argument.Type)}").ToList();
        return $"{field.Name}{(given.Count == 0 ? "" : $"({string.Join(", ", given)})")} {below}".Trim();
    }

    private static string Literal(GraphQLType type) => type.NullableType switch
    {
        ListType list => $"[{Literal(list.ElementType)}]",
        EnumType @enum => @enum.Values[0].Name,
        InputObjectType { IsOneOf: true } input => $"{{ {input.Fields[0].Name}: {Literal(input.Fields[0].Type)} }}",
        InputObjectType input => $"{{ {string.Join(", ", input.Fields.Where(f => f.IsRequired).Select(f => $"{f.Name}: {Literal(f.Type)}"))} }}",
        { Named.Name: "Int" or "Long" or "Float" or "Decimal" } => "1",
        { Named.Name: "Boolean" } => "true",
        { Named.Name: "DateTime" } => "\"2026-01-01T00:00:00Z\"",
        { Named.Name: "Date" } => "\"2026-01-01\"",
        { Named.Name: "Duration" } => "\"PT1S\"",
        _ => "\"x\"",
    };

    // Behind an interface or union a type condition leads on.
    private string Inside(string selection)
    {
        foreach (var (field, gives) in Way.Reverse())
        {
            selection = Select(field, field.Type.Named == gives ? $"{{ {selection} }}" : $"{{ ... on {gives.Name} {{ {selection} }} }}");
        }

        return $"{{ {selection} }}";
    }
}
