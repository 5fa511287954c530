using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Makes a schema of type configurations, or reports all their mistakes.</summary>
internal sealed class SchemaCompiler(
    IEnumerable<ScalarType> scalars,
    IReadOnlyList<DirectiveDefinition> directives,
    FieldRules rules,
    List<string> mistakes)
{
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarType> scalarsByName = scalars.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public Schema Compile(IEnumerable<TypeConfiguration> configurations)
    {
        var all = configurations.ToLookup(c => c is SchemaTypeConfiguration ? 0 : c is DirectiveTypeConfiguration ? 1 : 2);
        var roots = all[0].Cast<SchemaTypeConfiguration>().FirstOrDefault() ?? new SchemaTypeConfiguration(null);
        IReadOnlyList<DirectiveTypeConfiguration> used = [.. directives.Select(Configuration), .. all[1].Cast<DirectiveTypeConfiguration>()];
        var merged = rules.Apply(TypeMerger.Merge(all[2], roots.RootTypes, mistakes), mistakes);
        AddTypes(merged);
        var checker = new ConfigurationChecker(FindType, roots, mistakes);
        checker.CheckRoots(areNamed: all[0].Any());
        checker.CheckDistinct([.. all[0].Select(c => c.Name), .. used.Select(d => "@" + d.Name), .. SpecifiedDirectives.All.Select(d => "@" + d.Name)], "schema");
        checker.Check([.. merged, .. used]);
        checker.CheckNames(scalarsByName.Keys);
        ThrowIfMistaken(unless: checker.CanBuild);

        var schema = new Schema(
            (ObjectType)types[roots.QueryType],
            Root(roots.MutationType),
            Root(roots.SubscriptionType),
            types.Values,
            used.Select(CreateDirective))
        {
            Description = roots.Description,
        };
        new DefaultValues(mistakes).Complete(schema);
        ConformanceChecker.Check(schema, mistakes);
        FiniteInputs.Check(schema, mistakes);
        ThrowIfMistaken(unless: false);
        return schema;
    }

    private ObjectType? Root(string? name) => name is null ? null : types.GetValueOrDefault(name) as ObjectType;

    private void AddTypes(IReadOnlyList<TypeConfiguration> merged)
    {
        foreach (var scalar in SpecifiedScalars.All)
        {
            types.Add(scalar.Name, scalar);
        }

        foreach (var configuration in merged)
        {
            var isTaken = configuration is not ScalarTypeConfiguration && scalarsByName.ContainsKey(configuration.Name);
            if (isTaken || !types.TryAdd(configuration.Name, CreateType(configuration)))
            {
                mistakes.Add($"{configuration.Origin}: the name {configuration.Name} is taken already by another type.");
            }
        }

        foreach (var argument in directives.SelectMany(d => d.Arguments))
        {
            types.TryAdd(argument.Type.Named.Name, argument.Type.Named);
        }
    }

    private void ThrowIfMistaken(bool unless)
    {
        if (mistakes.Count > 0 && !unless)
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
        ScalarTypeConfiguration type => type.Scalar,
        _ => throw new InvalidOperationException($"{configuration.GetType().Name} is not a type configuration that a schema can hold."),
    };

    private FieldDefinition CreateField(ObjectFieldConfiguration field) => CreateField(field, Resolve(field.Type));

    private FieldDefinition CreateField(ObjectFieldConfiguration field, GraphQLType type) => new(
        field.Name, type, field.Description, [.. field.Arguments.Select(CreateArgument)], field.DeprecationReason, field.Metadata)
    {
        Accessor = field is { SubscribeResolver: not null, PureResolver: null, Resolver: null } ? static payload => payload : field.Accessor,
        LeafWriter = field is { Accessor: not null, PureResolver: null, Resolver: null, SubscribeResolver: null } ? field.CompileLeafWriter?.Invoke(type) : null,
        PureResolver = field.PureResolver,
        Resolver = field.Resolver,
        SubscribeResolver = field.SubscribeResolver,
        Rules = field.Rules,
    };

    private InputValueDefinition CreateArgument(ArgumentConfiguration argument) =>
        new(argument.Name, Resolve(argument.Type), argument.Description, AsPrinted(argument.DefaultValue), argument.DeprecationReason)
        {
            MemberName = argument.MemberName,
            Reader = argument.Reader,
        };

    private DirectiveDefinition CreateDirective(DirectiveTypeConfiguration directive) =>
        new(directive.Name, directive.Locations, [.. directive.Arguments.Select(CreateArgument)], directive.IsRepeatable, directive.Description);

    private static DirectiveTypeConfiguration Configuration(DirectiveDefinition directive) => new(directive.Name, directive.Description, directive.Locations)
    {
        Arguments = [.. directive.Arguments.Select(a => new ArgumentConfiguration(a.Name, a.Type.ToString()!)
        {
            Description = a.Description,
            DefaultValue = a.DefaultLiteral,
            DeprecationReason = a.DeprecationReason,
        })],
        IsRepeatable = directive.IsRepeatable,
    };

    /// <summary>A default in the printer's notation; one that is mistaken stays as it is, for the message about it.</summary>
    private static string? AsPrinted(string? literal)
    {
        try
        {
            return literal is null ? null : SyntaxPrinter.Print(Parser.ParseValue(literal));
        }
        catch (SyntaxException)
        {
            return literal;
        }
    }

    private GraphQLType Resolve(string syntax) => Resolve(Parser.ParseType(syntax));

    private GraphQLType Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.InnerType)),
        ListTypeNode list => new ListType(Resolve(list.ItemType)),
        _ => types[((NamedTypeNode)node).Name],
    };
}
