using System.Reflection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types.Pagination;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Makes connections of lists that are marked so.</summary>
internal sealed class PagingConventions(
    PagingOptions options,
    Func<Type, bool, string> nameOf,
    List<TypeConfiguration> configurations,
    List<string> mistakes)
{
    private readonly Dictionary<string, (string Item, bool HasNodes, bool HasTotalCount)> made = new(StringComparer.Ordinal);

    public ObjectFieldConfiguration Apply(ObjectFieldConfiguration field, MemberInfo member)
    {
        var result = member is MethodInfo method ? TypeReferences.ResultOf(method)! : ((PropertyInfo)member).PropertyType;
        if (member.GetCustomAttribute<UsePagingAttribute>() is not { } attribute)
        {
            var takesPage = (member as MethodInfo)?.GetParameters().Any(p => p.ParameterType == typeof(PagingArguments)) == true;
            mistakes.AddRange(takesPage || result.IsAssignableTo(typeof(IConnection)) || result.IsAssignableTo(typeof(IPage))
                ? [$"{field.Origin} pages without [UsePaging]. Put it on the member."]
                : []);
            return field;
        }

        var syntax = Parser.ParseType(field.Type);
        if (((syntax as NonNullTypeNode)?.InnerType ?? syntax) is not ListTypeNode list)
        {
            mistakes.Add($"{field.Origin}: [UsePaging] needs a list. Return one, or a Page<T> or Connection<T>.");
            return field;
        }

        var (size, most) = (attribute.DefaultPageSize, attribute.MaxPageSize);
        most = most == 0 ? options.MaxPageSize : most;
        size = size == 0 ? Math.Min(options.DefaultPageSize, most) : size;
        if (size < 1 || size > most)
        {
            mistakes.Add($"{field.Origin}: the page sizes of [UsePaging] and PagingOptions must be at least 1, and the default at most the maximum.");
        }

        var name = attribute.ConnectionName ?? ((list.ItemType as NonNullTypeNode)?.InnerType ?? list.ItemType).ToString();
        AddTypes(name, list.ItemType.ToString(), attribute, field.Origin!);
        return Paged(field) with
        {
            Type = name + (syntax is NonNullTypeNode ? "Connection!" : "Connection"),
            Arguments =
            [
                .. field.Arguments,
                new("first", "Int") { Description = $"Items wanted from the start of the list; at most {most}." },
                new("after", "String") { Description = "The cursor behind which to start." },
                new("last", "Int") { Description = $"Items wanted from the end of the list; at most {most}." },
                new("before", "String") { Description = "The cursor before which to end." },
            ],
            Metadata =
            [
                new ListSizeAttribute { AssumedSize = size, SlicingArguments = ["first", "last"], SizedFields = ["nodes", "edges"], RequireOneSlicingArgument = false },
                .. field.Metadata,
                new FieldPaging(size, most, result),
            ],
        };
    }

    /// <summary>Arguments are checked before anything is read.</summary>
    private static ObjectFieldConfiguration Paged(ObjectFieldConfiguration field)
    {
        if (field.Resolver is { } resolve)
        {
            return field with { Resolver = Await };
        }

        var read = field.PureResolver ?? (context => field.Accessor!(context.Parent<object>()));
        return field with
        {
            Accessor = null,
            PureResolver = context => FieldPaging.Read(context) is var arguments ? FieldPaging.Cut(read(context), arguments) : null,
        };

        async ValueTask<object?> Await(IResolverContext context)
        {
            var arguments = FieldPaging.Read(context);
            return FieldPaging.Cut(await resolve(context), arguments);
        }
    }

    private void AddTypes(string name, string item, UsePagingAttribute attribute, string origin)
    {
        var shape = (item, attribute.IncludeNodesField, attribute.IncludeTotalCount);
        if (made.TryGetValue(name, out var other))
        {
            mistakes.AddRange(other == shape ? [] : [$"{origin}: another {name}Connection has other fields. Set ConnectionName on one of them."]);
            return;
        }

        made.Add(name, shape);
        var pageInfo = nameOf(typeof(PageInfo), false);
        configurations.Add(new ObjectTypeConfiguration(name + "Connection", "A page of a list.",
        [
            Field("pageInfo", pageInfo + "!", "Where the page lies.", c => ((IConnection)c).PageInfo),
            Field("edges", $"[{name}Edge!]", "The items with their cursors.", c => ((IConnection)c).Edges),
            .. attribute.IncludeNodesField ? [Field("nodes", $"[{item}]", "The items.", c => ((IConnection)c).Nodes)] : Array.Empty<ObjectFieldConfiguration>(),
            .. attribute.IncludeTotalCount ? [Field("totalCount", "Int!", "Items of the whole list.", c => ((IConnection)c).TotalCount)] : Array.Empty<ObjectFieldConfiguration>(),
        ])
        {
            Rule = FieldRule.Inherited,
            Origin = origin,
        });
        configurations.Add(new ObjectTypeConfiguration(name + "Edge", "An item of a list.",
        [
            Field("cursor", "String!", "Where the item stands in the list.", e => ((IEdge)e).Cursor),
            Field("node", item, "The item.", e => ((IEdge)e).Node),
        ])
        {
            Rule = FieldRule.Inherited,
            Origin = origin,
        });
    }

    private static ObjectFieldConfiguration Field(string name, string type, string description, Func<object, object?> read) =>
        new() { Name = name, Type = type, Description = description, Accessor = read };
}
