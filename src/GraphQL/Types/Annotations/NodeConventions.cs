using System.Reflection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types.Relay;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Makes classes nodes that <c>node(id:)</c> and <c>nodes(ids:)</c> find.</summary>
internal sealed class NodeConventions(
    ResolverCompiler resolvers, GlobalIds ids, Func<Type, bool, string> nameOf, GraphQLOptions options, List<string> mistakes)
{
    private const string Interface = "Node";
    private static readonly Type[] Keys = [typeof(string), typeof(Guid), typeof(int), typeof(long), typeof(short), typeof(uint), typeof(ulong)];
    private readonly Dictionary<Type, MethodInfo> methods = [];
    private readonly List<FieldRule> rules = [];
    private readonly Dictionary<string, Func<IResolverContext, string, ValueTask<object?>>> finders = new(StringComparer.Ordinal);

    public static bool IsFinder(MethodInfo method) => method.IsDefined(typeof(NodeResolverAttribute));

    /// <summary>Takes the methods of a class that find nodes.</summary>
    public void Register(Type owner)
    {
        foreach (var method in owner.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(IsFinder))
        {
            Add(method);
        }
    }

    /// <summary>The fields and interfaces of an object type: with those of a node where it is one.</summary>
    public (IReadOnlyList<ObjectFieldConfiguration> Fields, string[] Interfaces) Apply(
        Type type, string name, IReadOnlyList<ObjectFieldConfiguration> fields, string[] interfaces)
    {
        if (type.IsDefined(typeof(NodeAttribute), false))
        {
            AddOwn(type);
        }

        if (!methods.TryGetValue(type, out var method))
        {
            return (fields, interfaces);
        }

        finders[name] = resolvers.CompileNode(method);
        if (type.GetProperty("Id") is not { } key)
        {
            mistakes.Add($"{type.Name} is a node and so needs a property Id, its key.");
            return (fields, interfaces);
        }

        return (
            [.. fields.Select(f => f.Name != "id" ? f : (ids.TypeOf(key) is null ? GlobalIds.Written(f, name) : f) with { Type = "ID!" })],
            [.. interfaces, Interface]);
    }

    /// <summary>The interface and the fields of the query type, when there are nodes.</summary>
    public IEnumerable<TypeConfiguration> Types() => methods.Count == 0 ? [] :
    [
        new InterfaceTypeConfiguration(Interface, "An object with an id that is unique in the whole schema.",
            [new() { Name = "id", Type = "ID!", Description = "Finds the object again." }]) { Rule = FieldRule.Inherited },
        new ObjectTypeExtensionConfiguration("Query",
        [
            new()
            {
                Name = "node",
                Type = Interface,
                Description = "The object with an id; null when there is none any more.",
                Arguments = [new("id", "ID!")],
                Resolver = context => Find(context, context.Argument<string>("id")!),
                Rule = FieldRule.Inherited,
                Rules = rules,
            },
            new()
            {
                Name = "nodes",
                Type = $"[{Interface}]!",
                Description = $"The objects with these ids, in their order; at most {options.MaximumNodes}.",
                Arguments = [new("ids", "[ID!]!")],
                Metadata = [new ListSizeAttribute { AssumedSize = options.MaximumNodes }],
                Resolver = FindAll,
                Rule = FieldRule.Inherited,
                Rules = rules,
            },
        ]),
    ];

    private void AddOwn(Type type)
    {
        var own = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => IsFinder(m) || m.Name is "Get" or "GetAsync").ToArray();
        if (own is [var method])
        {
            Add(method);
        }
        else if (!methods.ContainsKey(type))
        {
            mistakes.Add($"{type.Name} is a [Node] and needs exactly one static method that finds it: Get, GetAsync, or one with [NodeResolver].");
        }
    }

    private void Add(MethodInfo method)
    {
        var place = $"{method.DeclaringType!.Name}.{method.Name}";
        var result = TypeReferences.ResultOf(method);
        if (result is null || method.GetParameters().Where(p => !resolvers.IsInjected(p)).ToArray() is not [var key] || !Keys.Contains(key.ParameterType))
        {
            mistakes.Add($"{place} must take a key (a string, a Guid or a whole number), and nothing else but what is injected, and return the node.");
        }
        else if (!methods.TryAdd(result, method) && methods[result] != method)
        {
            mistakes.Add($"{place}: another method finds {result.Name} by its key already.");
        }
        else
        {
            nameOf(result, false);
            AddRule(method, place);
        }
    }

    /// <summary>Any id may come, so those two fields demand what every method demands.</summary>
    private void AddRule(MethodInfo method, string place)
    {
        if (FieldRules.Of(method.DeclaringType!, method, mistakes) is { } rule)
        {
            rules.Add(rule);
        }
        else if (options.RequireFieldRules)
        {
            mistakes.Add($"{place} finds nodes for whoever asks: no authorization rule. Put [Authorize] or [AllowAnonymous] on the method or its class.");
        }
    }

    private async ValueTask<object?> FindAll(IResolverContext context)
    {
        var ids = context.Argument<IReadOnlyList<string>>("ids")!;
        return ids.Count <= options.MaximumNodes
            ? await Task.WhenAll(ids.Select(id => Find(context, id).AsTask()))
            : throw new GraphQLException($"At most {options.MaximumNodes} ids can be asked for at once.", "TOO_MANY_NODES");
    }

    private ValueTask<object?> Find(IResolverContext context, string id) =>
        GlobalId.Read(id) is { } read && finders.TryGetValue(read.Type, out var find)
            ? find(context, read.Key)
            : throw new GraphQLException("This is no ID of a node. Take ids from this server's answers as they are.", "INVALID_ID");
}
