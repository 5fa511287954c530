using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes a schema of type configurations, or reports all their mistakes.</summary>
internal sealed class SchemaCompiler(
    IEnumerable<ScalarType> scalars,
    IReadOnlyList<DirectiveDefinition> directives,
    List<string> mistakes)
{
    private static readonly Dictionary<string, object?> NoVariables = [];
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarType> scalarsByName = scalars.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public Schema Compile(IEnumerable<TypeConfiguration> configurations)
    {
        var merged = TypeMerger.Merge(configurations, mistakes);
        foreach (var scalar in SpecifiedScalars.All)
        {
            types.Add(scalar.Name, scalar);
        }

        foreach (var configuration in merged)
        {
            if (scalarsByName.ContainsKey(configuration.Name) || !types.TryAdd(configuration.Name, CreateType(configuration)))
            {
                mistakes.Add($"{configuration.Origin}: the name {configuration.Name} is taken already by another type.");
            }
        }

        new ConfigurationChecker(FindType, mistakes).Check(merged);
        foreach (var argument in directives.SelectMany(d => d.Arguments))
        {
            types.TryAdd(argument.Type.Named.Name, argument.Type.Named);
        }

        if (types.GetValueOrDefault("Query") is not ObjectType)
        {
            mistakes.Add("There is no query type. Mark a static class with [QueryType] and register its assembly with AddTypes.");
        }

        ThrowIfMistaken();
        var schema = new Schema(
            (ObjectType)types["Query"],
            types.GetValueOrDefault("Mutation") as ObjectType,
            types.GetValueOrDefault("Subscription") as ObjectType,
            types.Values,
            directives);
        CoerceDefaults(schema);
        ConformanceChecker.Check(schema, mistakes);
        ThrowIfMistaken();
        return schema;
    }

    private void ThrowIfMistaken()
    {
        if (mistakes.Count > 0)
        {
            throw new SchemaException([.. mistakes.Distinct()]);
        }
    }

    private NamedType? FindType(string name)
    {
        if (!types.TryGetValue(name, out var type) && scalarsByName.TryGetValue(name, out var scalar))
        {
            types.Add(name, scalar);
            return scalar;
        }

        return type;
    }

    private NamedType CreateType(TypeConfiguration configuration) => configuration switch
    {
        ObjectTypeConfiguration type => new ObjectType(
            type.Name, type.Description, () => [.. type.Fields.Select(CreateField)], () => [.. type.Interfaces.Select(i => (InterfaceType)types[i])])
        {
            RuntimeType = type.RuntimeType,
            IsTypeOf = type.IsTypeOf,
        },
        InterfaceTypeConfiguration type => new InterfaceType(
            type.Name, type.Description, () => [.. type.Fields.Select(CreateField)], () => [.. type.Interfaces.Select(i => (InterfaceType)types[i])])
        {
            RuntimeType = type.RuntimeType,
        },
        UnionTypeConfiguration type => new UnionType(type.Name, type.Description, () => [.. type.Members.Select(m => (ObjectType)types[m])])
        {
            RuntimeType = type.RuntimeType,
        },
        EnumTypeConfiguration type => new EnumType(type.Name, type.Description, [.. type.Values.DistinctBy(v => v.Name)], type.RuntimeType),
        InputObjectTypeConfiguration type => new InputObjectType(
            type.Name, type.Description, () => [.. type.Fields.Select(CreateArgument)], type.IsOneOf)
        {
            RuntimeType = type.RuntimeType,
            CreateInstance = type.CreateInstance,
        },
        _ => throw new InvalidOperationException($"{configuration.GetType().Name} is not a type configuration that a schema can hold."),
    };

    private FieldDefinition CreateField(ObjectFieldConfiguration field) => new(
        field.Name, Resolve(field.Type), field.Description, [.. field.Arguments.Select(CreateArgument)], field.DeprecationReason, field.Metadata)
    {
        Accessor = field is { SubscribeResolver: not null, PureResolver: null, Resolver: null } ? static payload => payload : field.Accessor,
        PureResolver = field.PureResolver,
        Resolver = field.Resolver,
        SubscribeResolver = field.SubscribeResolver,
    };

    private InputValueDefinition CreateArgument(ArgumentConfiguration argument) =>
        new(argument.Name, Resolve(argument.Type), argument.Description, argument.DefaultValue, argument.DeprecationReason)
        {
            MemberName = argument.MemberName,
        };

    private GraphQLType Resolve(string syntax) => Resolve(Parser.ParseType(syntax));

    private GraphQLType Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.InnerType)),
        ListTypeNode list => new ListType(Resolve(list.ItemType)),
        _ => types[((NamedTypeNode)node).Name],
    };

    /// <summary>Fields of input objects first, since the defaults of others may be made of them.</summary>
    private void CoerceDefaults(Schema schema)
    {
        var owned = schema.Types.Values.OfType<InputObjectType>().SelectMany(t => t.Fields.Select(f => (Owner: t.Name, Value: f)))
            .Concat(schema.Types.Values.OfType<ComplexType>().SelectMany(t => t.Fields.SelectMany(f =>
                f.Arguments.Select(a => (Owner: $"{t.Name}.{f.Name}", Value: a)))))
            .Concat(directives.SelectMany(d => d.Arguments.Select(a => (Owner: "@" + d.Name, Value: a))));
        foreach (var (owner, value) in owned.Where(o => o.Value is { HasDefaultValue: true, DefaultValue: null }))
        {
            try
            {
                value.DefaultValue = InputCoercion.OfLiteral(value.Type, Parser.ParseValue(value.DefaultLiteral!), NoVariables);
            }
            catch (Exception exception) when (exception is InputCoercionException or SyntaxException)
            {
                mistakes.Add($"{owner}: the default {value.DefaultLiteral} of {value.Name} is no {value.Type}: {exception.Message}.");
            }
        }
    }
}
