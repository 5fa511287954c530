using System.Reflection;
using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Derives fields from properties and methods.</summary>
internal sealed class FieldReflector(
    TypeReferences references, ResolverCompiler resolvers, InputReflector inputs, PagingConventions paging, GlobalIds ids, List<string> mistakes)
{
    private static readonly string[] NeverFields =
        [nameof(Equals), nameof(GetHashCode), nameof(ToString), nameof(GetType), "Deconstruct", "CompareTo", "PrintMembers", "Dispose", "DisposeAsync"];

    /// <summary>Why a member is deprecated, from either attribute; null when it is current.</summary>
    public static string? Deprecation(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLDeprecatedAttribute), false).OfType<GraphQLDeprecatedAttribute>().FirstOrDefault()?.Reason
        ?? (member.GetCustomAttributes(typeof(ObsoleteAttribute), false).OfType<ObsoleteAttribute>().FirstOrDefault() is { } obsolete
            ? obsolete.Message ?? "No longer supported"
            : null);

    public IReadOnlyList<ObjectFieldConfiguration> OfStaticClass(Type type)
    {
        if (!type.IsAbstract || !type.IsSealed)
        {
            mistakes.Add($"{type.Name} must be a static class, as its methods become fields.");
            return [];
        }

        var methods = Methods(type, BindingFlags.Static).Where(m => !NodeConventions.IsFinder(m) || type.IsDefined(typeof(QueryTypeAttribute))).ToArray();
        foreach (var method in methods.Where(m => TypeReferences.ResultOf(m) is null))
        {
            mistakes.Add($"{type.Name}.{method.Name} returns nothing. A field needs a value; return one, or mark the method with [GraphQLIgnore].");
        }

        return
        [
            .. methods.Where(m => TypeReferences.ResultOf(m) is not null).Select(m => OfMethod(m, type)),
            .. Properties(type, BindingFlags.Static).Select(OfStaticProperty),
        ];
    }

    /// <summary>The fields of a class, those of its ancestors included up to, and without, a given one.</summary>
    public IReadOnlyList<ObjectFieldConfiguration> OfInstances(Type type, Type? until = null) =>
    [
        .. Properties(type, BindingFlags.Instance, until).Select(p => OfProperty(p, type)),
        .. Methods(type, BindingFlags.Instance, until).Select(m => OfMethod(m, type)),
    ];

    public IEnumerable<MethodInfo> Methods(Type type, BindingFlags kind, Type? until = null) => Inherited(type, until)
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.DeclaredOnly | kind))
        .Where(m => !m.IsSpecialName && !m.IsGenericMethodDefinition && !m.Name.Contains('<', StringComparison.Ordinal)
            && !NeverFields.Contains(m.Name) && !m.IsDefined(typeof(GraphQLIgnoreAttribute)) && !m.IsDefined(typeof(DataLoaderAttribute))
            && (kind == BindingFlags.Static || TypeReferences.ResultOf(m) is not null))
        .DistinctBy(m => m.Name);

    public ObjectFieldConfiguration OfMethod(MethodInfo method, Type owner)
    {
        var (pure, async) = resolvers.CompileMethod(method, owner);
        return Conventions(method, new ObjectFieldConfiguration
        {
            Name = SchemaNames.OfMember(method),
            Type = references.OfResult(method),
            Description = XmlDocumentation.Of(method),
            DeprecationReason = Deprecation(method),
            Arguments = ArgumentsOf(method),
            PureResolver = pure,
            Resolver = async,
            Metadata = MetadataOf(owner, method),
            Rule = FieldRules.Of(owner, method, mistakes),
            Origin = $"{owner.Name}.{method.Name}",
        });
    }

    /// <summary>The fields of the subscription type: methods that return streams.</summary>
    public IReadOnlyList<ObjectFieldConfiguration> OfStreams(Type type)
    {
        if (!type.IsAbstract || !type.IsSealed)
        {
            mistakes.Add($"{type.Name} must be a static class, as its methods become fields.");
            return [];
        }

        var methods = Methods(type, BindingFlags.Static).ToLookup(m => TypeReferences.ResultOf(m) is { } result && TypeReferences.IsStream(result));
        mistakes.AddRange(methods[false].Select(m => $"{type.Name}.{m.Name} returns no stream. "
            + "A subscription needs a stream of events; return IAsyncEnumerable<T> or a task of one, or mark the method with [GraphQLIgnore]."));
        return [.. methods[true].Select(m => OfStream(m, type))];
    }

    public IReadOnlyList<ArgumentConfiguration> ArgumentsOf(MethodInfo method) =>
        [.. method.GetParameters().Where(p => !resolvers.IsInjected(p)).Select(p => inputs.OfParameter(p))];

    public ResolverCompiler Resolvers => resolvers;

    public TypeReferences References => references;

    public static IReadOnlyList<object> MetadataOf(Type owner, MemberInfo member) =>
        [.. owner.GetCustomAttributes(true).OfType<IFieldMetadata>(), .. member.GetCustomAttributes(true).OfType<IFieldMetadata>()];

    private static IEnumerable<PropertyInfo> Properties(Type type, BindingFlags kind, Type? until = null) => Inherited(type, until)
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.DeclaredOnly | kind))
        .Where(p => p.CanRead && p.GetMethod!.IsPublic && p.GetIndexParameters().Length == 0 && !p.IsDefined(typeof(GraphQLIgnoreAttribute)))
        .DistinctBy(p => p.Name);

    private static IEnumerable<Type> Inherited(Type type, Type? until)
    {
        for (var current = type; current is not null && current != typeof(object) && current != until; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var @interface in type.IsInterface ? type.GetInterfaces() : [])
        {
            yield return @interface;
        }
    }

    private ObjectFieldConfiguration OfStream(MethodInfo method, Type owner) => new()
    {
        Name = SchemaNames.OfMember(method),
        Type = references.OfStream(method),
        Description = XmlDocumentation.Of(method),
        DeprecationReason = Deprecation(method),
        Arguments = ArgumentsOf(method),
        SubscribeResolver = resolvers.CompileStream(method, owner),
        Metadata = MetadataOf(owner, method),
        Rule = FieldRules.Of(owner, method, mistakes),
        Origin = $"{owner.Name}.{method.Name}",
    };

    private ObjectFieldConfiguration Conventions(MemberInfo member, ObjectFieldConfiguration field) => paging.Apply(ids.Apply(field, member), member);

    private ObjectFieldConfiguration OfProperty(PropertyInfo property, Type owner) => Conventions(property, new()
    {
        Name = SchemaNames.OfMember(property),
        Type = references.OfProperty(property, false),
        Description = XmlDocumentation.Of(property),
        DeprecationReason = Deprecation(property),
        Accessor = ResolverCompiler.CompileProperty(property, owner),
        CompileLeafWriter = type => LeafWriterCompiler.TryCompile(property, owner, type),
        Metadata = MetadataOf(owner, property),
        Rule = FieldRules.Of(owner, property, mistakes),
        Origin = $"{owner.Name}.{property.Name}",
    });

    private ObjectFieldConfiguration OfStaticProperty(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        return Conventions(property, new()
        {
            Name = SchemaNames.OfMember(property),
            Type = references.OfProperty(property, false),
            Description = XmlDocumentation.Of(property),
            DeprecationReason = Deprecation(property),
            PureResolver = _ => property.GetValue(null),
            Metadata = MetadataOf(owner, property),
            Rule = FieldRules.Of(owner, property, mistakes),
            Origin = $"{owner.Name}.{property.Name}",
        });
    }
}
