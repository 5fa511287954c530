using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Derives type configurations from annotated classes and from every class they mention.</summary>
internal sealed class TypeReflector
{
    private readonly Dictionary<(Type, bool IsInput), string> names = [];
    private readonly Dictionary<string, Type> owners = new(StringComparer.Ordinal);
    private readonly Queue<Action> pending = new();
    private readonly List<TypeConfiguration> configurations = [];
    private readonly List<string> mistakes;
    private readonly IReadOnlyDictionary<Type, string> scalars;
    private readonly HashSet<Type> registered;
    private readonly HashSet<Assembly> assemblies;
    private readonly Dictionary<Type, string> renamed;
    private readonly FieldReflector fields;
    private readonly InputReflector inputs;
    private readonly MutationConventions mutations;
    private readonly NodeConventions nodes;

    public TypeReflector(
        IReadOnlySet<Type> registered,
        IReadOnlySet<Assembly> assemblies,
        IEnumerable<ScalarType> scalars,
        IServiceProviderIsService? knownServices,
        GraphQLOptions options,
        List<string> mistakes)
    {
        this.registered = [.. registered];
        this.assemblies = [.. assemblies];
        renamed = registered.Concat(assemblies.SelectMany(a => a.GetTypes()))
            .Where(type => ExtendedType(type) is not null && type.IsDefined(typeof(GraphQLNameAttribute)))
            .DistinctBy(type => ExtendedType(type)!)
            .ToDictionary(type => ExtendedType(type)!, type => SchemaNames.OfType(type, isInput: false));
        this.scalars = ScalarNames(scalars);
        this.mistakes = mistakes;
        var references = new TypeReferences(NameOf);
        var loaders = new DataLoaderReflector(registered.Concat(assemblies.SelectMany(a => a.GetTypes())), mistakes);
        var (resolvers, ids) = (new ResolverCompiler(knownServices, loaders), new GlobalIds(NameOf));
        inputs = new InputReflector(references, ids, mistakes);
        fields = new FieldReflector(references, resolvers, inputs, new PagingConventions(options.Paging, NameOf, configurations, mistakes), ids, mistakes);
        nodes = new NodeConventions(resolvers, ids, NameOf, options, mistakes);
        mutations = new MutationConventions(fields, NameOf, configurations, mistakes);
    }

    public IReadOnlyList<TypeConfiguration> Reflect()
    {
        foreach (var type in registered.Concat(assemblies.SelectMany(a => a.GetTypes()).Where(IsAnnotated)).Distinct().ToArray())
        {
            Register(type);
        }

        while (pending.TryDequeue(out var next))
        {
            next();
        }

        configurations.AddRange(nodes.Types());

        return configurations;
    }

    private static Dictionary<Type, string> ScalarNames(IEnumerable<ScalarType> scalars)
    {
        var names = new Dictionary<Type, string>
        {
            [typeof(Guid)] = "ID", [typeof(float)] = "Float", [typeof(short)] = "Int", [typeof(byte)] = "Int",
            [typeof(DateTime)] = "DateTime", [typeof(Uri)] = "String",
        };
        foreach (var scalar in scalars.Where(s => s != SpecifiedScalars.ID))
        {
            names.TryAdd(scalar.RuntimeType, scalar.Name);
        }

        return names;
    }

    private static bool IsAnnotated(Type type) => type.IsDefined(typeof(QueryTypeAttribute)) || type.IsDefined(typeof(MutationTypeAttribute))
        || type.IsDefined(typeof(SubscriptionTypeAttribute)) || ExtendedType(type) is not null;

    private static Type? ExtendedType(Type type) => type.GetCustomAttributesData()
        .Select(a => a.AttributeType)
        .FirstOrDefault(a => a.IsGenericType && a.GetGenericTypeDefinition() == typeof(ObjectTypeAttribute<>))?.GetGenericArguments()[0];

    private void Register(Type type)
    {
        nodes.Register(type);
        if (type.IsDefined(typeof(QueryTypeAttribute)))
        {
            Extend("Query", type, fields.OfStaticClass(type));
        }
        else if (type.IsDefined(typeof(MutationTypeAttribute)))
        {
            Extend("Mutation", type, mutations.Of(type));
        }
        else if (type.IsDefined(typeof(SubscriptionTypeAttribute)))
        {
            Extend("Subscription", type, fields.OfStreams(type));
        }
        else if (ExtendedType(type) is { } extended)
        {
            Extend(NameOf(extended, false), type, fields.OfStaticClass(type));
        }
        else if (!DataLoaderReflector.Methods(type).Any())
        {
            NameOf(type, isInput: type.IsDefined(typeof(OneOfAttribute)));
        }
    }

    private void Extend(string name, Type type, IReadOnlyList<ObjectFieldConfiguration> added) =>
        configurations.Add(new ObjectTypeExtensionConfiguration(name, added) { ReplacesFields = true, Origin = type.Name });

    private string NameOf(Type type, bool isInput)
    {
        if (scalars.TryGetValue(type, out var scalar))
        {
            return scalar;
        }

        var key = (type, isInput && !type.IsEnum);
        if (names.TryGetValue(key, out var name))
        {
            return name;
        }

        name = isInput ? SchemaNames.OfType(type, isInput) : renamed.GetValueOrDefault(type) ?? SchemaNames.OfType(type, isInput);
        names.Add(key, name);
        if (type == typeof(object) || type.IsPointer || type.IsGenericParameter || typeof(Delegate).IsAssignableFrom(type)
            || (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true))
        {
            mistakes.Add($"{type} has no type in the schema. Return or take a class of your own, or name the type with [GraphQLType].");
            return names[key] = SpecifiedScalars.String.Name;
        }

        if (owners.TryGetValue(name, out var other) && other != type)
        {
            mistakes.Add($"{type.FullName} and {other.FullName} would both be named {name}. Give one of them another name with [GraphQLName].");
        }
        else
        {
            owners[name] = type;
            pending.Enqueue(() => configurations.Add(Describe(type, name, isInput)));
        }

        return name;
    }

    private TypeConfiguration Describe(Type type, string name, bool isInput)
    {
        var description = XmlDocumentation.Of(type);
        if (type.IsEnum)
        {
            return new EnumTypeConfiguration(name, description, EnumReflector.Values(type)) { RuntimeType = type, Origin = type.Name };
        }

        if (isInput)
        {
            return inputs.Describe(type, name, description);
        }

        if (type.IsDefined(typeof(UnionTypeAttribute), false))
        {
            var members = Implementations(type).Select(t => NameOf(t, false)).ToArray();
            return new UnionTypeConfiguration(name, description, members) { RuntimeType = type, Origin = type.Name };
        }

        string[] interfaces = [.. InterfacesOf(type).Select(t => NameOf(t, false))];
        if (type.IsDefined(typeof(InterfaceTypeAttribute), false))
        {
            foreach (var implementation in Implementations(type))
            {
                NameOf(implementation, false);
            }

            return new InterfaceTypeConfiguration(name, description, fields.OfInstances(type))
            {
                RuntimeType = type,
                Interfaces = interfaces,
                Rule = FieldRules.Of(type),
                Origin = type.Name,
            };
        }

        var node = nodes.Apply(type, name, fields.OfInstances(type), interfaces);
        return new ObjectTypeConfiguration(name, description, node.Fields)
        {
            RuntimeType = type,
            Interfaces = node.Interfaces,
            Rule = FieldRules.Of(type),
            Origin = type.Name,
        };
    }

    private static IEnumerable<Type> InterfacesOf(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsDefined(typeof(InterfaceTypeAttribute), false))
            {
                yield return ancestor;
            }
        }

        foreach (var @interface in type.GetInterfaces().Where(i => i.IsDefined(typeof(InterfaceTypeAttribute), false)))
        {
            yield return @interface;
        }
    }

    private IEnumerable<Type> Implementations(Type type) => assemblies.Append(type.Assembly).Distinct()
        .SelectMany(a => a.GetTypes())
        .Concat(registered)
        .Where(t => t != type && t is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false } && type.IsAssignableFrom(t)
            && !t.IsDefined(typeof(GraphQLIgnoreAttribute)))
        .Distinct();
}
