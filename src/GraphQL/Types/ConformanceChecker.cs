namespace PersonalDataHub.GraphQL.Types;

/// <summary>Checks that types have what their interfaces promise.</summary>
internal static class ConformanceChecker
{
    public static void Check(Schema schema, List<string> mistakes)
    {
        foreach (var type in schema.Types.Values.OfType<ComplexType>())
        {
            foreach (var promised in type.Interfaces.SelectMany(i => i.Fields))
            {
                CheckField(schema, type, promised, mistakes);
            }

            foreach (var (@interface, missing) in type.Interfaces
                .SelectMany(i => i.Interfaces.Where(inner => !type.Interfaces.Contains(inner)).Select(inner => (i, inner))))
            {
                mistakes.Add(missing == type
                    ? $"{type.Name} and {@interface.Name} implement each other. An interface cannot be its own ancestor."
                    : $"{type.Name} implements an interface that implements {missing.Name}, and so must implement it too.");
            }

            if (type.Interfaces.Contains(type))
            {
                mistakes.Add($"{type.Name} implements itself. An interface cannot be its own ancestor.");
            }
        }
    }

    private static void CheckField(Schema schema, ComplexType type, FieldDefinition promised, List<string> mistakes)
    {
        var place = $"{promised.DeclaringType!.Name}.{promised.Name}";
        if (type.FindField(promised.Name) is not { } field)
        {
            mistakes.Add($"{type.Name} lacks the field {promised.Name} that {place} promises.");
            return;
        }

        if (!IsSubtype(schema, field.Type, promised.Type))
        {
            mistakes.Add($"{type.Name}.{field.Name} is of type {field.Type}, but {place} promises {promised.Type}.");
        }

        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
        {
            mistakes.Add($"{type.Name}.{field.Name} is deprecated, but {place} that promises it is not. Deprecate that first.");
        }

        foreach (var argument in promised.Arguments.Where(a => field.FindArgument(a.Name)?.Type.ToString() != a.Type.ToString()))
        {
            mistakes.Add($"{type.Name}.{field.Name} must take the argument {argument.Name}: {argument.Type}, as {place} does.");
        }

        foreach (var argument in field.Arguments.Where(a => a.IsRequired && promised.FindArgument(a.Name) is null))
        {
            mistakes.Add($"{type.Name}.{field.Name} requires the argument {argument.Name}, which {place} does not have.");
        }
    }

    private static bool IsSubtype(Schema schema, GraphQLType type, GraphQLType promised) => (type, promised) switch
    {
        (NonNullType one, NonNullType other) => IsSubtype(schema, one.InnerType, other.InnerType),
        (NonNullType one, _) => IsSubtype(schema, one.InnerType, promised),
        (ListType one, ListType other) => IsSubtype(schema, one.ElementType, other.ElementType),
        (NamedType one, NamedType other) => one == other
            || (one is ObjectType @object && schema.PossibleTypes(other).Contains(@object))
            || (one is InterfaceType child && other is InterfaceType parent && child.Interfaces.Contains(parent)),
        _ => false,
    };
}
