using System.Globalization;
using System.Text;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>The types with which a schema describes itself, and the meta fields that lead to them.</summary>
public static class IntrospectionTypes
{
    private const string IncludeDeprecated = "includeDeprecated";

    private static readonly EnumType TypeKind = new("__TypeKind", "The kind of a type.",
    [
        new("SCALAR", "SCALAR"), new("OBJECT", "OBJECT"), new("INTERFACE", "INTERFACE"), new("UNION", "UNION"),
        new("ENUM", "ENUM"), new("INPUT_OBJECT", "INPUT_OBJECT"), new("LIST", "LIST"), new("NON_NULL", "NON_NULL"),
    ]);

    private static readonly EnumType Location = new("__DirectiveLocation", "Where a directive may stand.",
        [.. Enum.GetValues<DirectiveLocation>().Select(l => new EnumValueDefinition(DirectiveLocationName(l), l))]);

    private static readonly ObjectType EnumValue = new("__EnumValue", "One value of an enum.", () =>
    [
        Field<EnumValueDefinition>("name", Required(Text), v => v.Name),
        Field<EnumValueDefinition>("description", Text, v => v.Description),
        Field<EnumValueDefinition>("isDeprecated", Required(Flag), v => v.DeprecationReason is not null),
        Field<EnumValueDefinition>("deprecationReason", Text, v => v.DeprecationReason),
    ]);

    private static readonly ObjectType InputValue = new("__InputValue", "An argument or the field of an input object.", () =>
    [
        Field<InputValueDefinition>("name", Required(Text), v => v.Name),
        Field<InputValueDefinition>("description", Text, v => v.Description),
        Field<InputValueDefinition>("type", Required(Type!), v => v.Type),
        Field<InputValueDefinition>("defaultValue", Text, v => v.DefaultLiteral),
        Field<InputValueDefinition>("isDeprecated", Required(Flag), v => v.DeprecationReason is not null),
        Field<InputValueDefinition>("deprecationReason", Text, v => v.DeprecationReason),
    ]);

    private static readonly ObjectType FieldType = new("__Field", "A field of an object or interface.", () =>
    [
        Field<FieldDefinition>("name", Required(Text), f => f.Name),
        Field<FieldDefinition>("description", Text, f => f.Description),
        Filtered<FieldDefinition>("args", ListOf(InputValue, true), (f, all) => f.Arguments.Where(a => all || a.DeprecationReason is null)),
        Field<FieldDefinition>("type", Required(Type!), f => f.Type),
        Field<FieldDefinition>("isDeprecated", Required(Flag), f => f.DeprecationReason is not null),
        Field<FieldDefinition>("deprecationReason", Text, f => f.DeprecationReason),
    ]);

    private static readonly ObjectType Type = new("__Type", "A named type, or a list or non-null wrapper.", () =>
    [
        Field<GraphQLType>("kind", Required(TypeKind), KindOf),
        Field<GraphQLType>("name", Text, t => (t as NamedType)?.Name),
        Field<GraphQLType>("description", Text, t => (t as NamedType)?.Description),
        Field<GraphQLType>("specifiedByURL", Text, t => (t as ScalarType)?.SpecifiedBy),
        Filtered<GraphQLType>("fields", ListOf(FieldType), (t, all) =>
            (t as ComplexType)?.Fields.Where(f => all || f.DeprecationReason is null)),
        Field<GraphQLType>("interfaces", ListOf(Type!), t => (t as ComplexType)?.Interfaces),
        new("possibleTypes", ListOf(Type!)) { PureResolver = PossibleTypes },
        Filtered<GraphQLType>("enumValues", ListOf(EnumValue), (t, all) =>
            (t as EnumType)?.Values.Where(v => all || v.DeprecationReason is null)),
        Filtered<GraphQLType>("inputFields", ListOf(InputValue), (t, all) =>
            (t as InputObjectType)?.Fields.Where(f => all || f.DeprecationReason is null)),
        Field<GraphQLType>("ofType", Type!, t => t is ListType list ? list.ElementType : (t as NonNullType)?.InnerType),
        Field<GraphQLType>("isOneOf", Flag, t => (t as InputObjectType)?.IsOneOf),
    ]);

    private static readonly ObjectType Directive = new("__Directive", "A directive that documents may use.", () =>
    [
        Field<DirectiveDefinition>("name", Required(Text), d => d.Name),
        Field<DirectiveDefinition>("description", Text, d => d.Description),
        Field<DirectiveDefinition>("isRepeatable", Required(Flag), d => d.IsRepeatable),
        Field<DirectiveDefinition>("locations", ListOf(Location, true), d => d.Locations),
        Filtered<DirectiveDefinition>("args", ListOf(InputValue, true), (d, all) => d.Arguments.Where(a => all || a.DeprecationReason is null)),
    ]);

    private static readonly ObjectType SchemaType = new("__Schema", "All types and directives of this server.", () =>
    [
        Field<Schema>("description", Text, s => s.Description),
        Field<Schema>("types", ListOf(Type, true), s => s.Types.Values.OrderBy(t => t.Name, StringComparer.Ordinal)),
        Field<Schema>("queryType", Required(Type), s => s.QueryType),
        Field<Schema>("mutationType", Type, s => s.MutationType),
        Field<Schema>("subscriptionType", Type, s => s.SubscriptionType),
        Field<Schema>("directives", ListOf(Directive, true), s => s.Directives.Values.OrderBy(d => d.Name, StringComparer.Ordinal)),
    ]);

    /// <summary><c>__typename</c>, on every object, interface and union.</summary>
    public static FieldDefinition TypeName { get; } = new("__typename", Required(Text), "The name of the object's type.");

    /// <summary><c>__schema</c>, on the query type.</summary>
    public static FieldDefinition SchemaField { get; } =
        new("__schema", Required(SchemaType), "The types of this server.") { PureResolver = context => context.Schema };

    /// <summary><c>__type</c>, on the query type.</summary>
    public static FieldDefinition TypeField { get; } = new("__type", Type, "One type by name.", [new("name", Required(Text))])
    {
        PureResolver = context => context.Schema.FindType(context.Argument<string>("name")!),
    };

    internal static IReadOnlyList<NamedType> All { get; } =
        [SchemaType, Type, FieldType, InputValue, EnumValue, TypeKind, Directive, Location];

    private static ScalarType Text => SpecifiedScalars.String;

    private static ScalarType Flag => SpecifiedScalars.Boolean;

    /// <summary>The name of a location in SDL, such as <c>FIELD_DEFINITION</c>.</summary>
    internal static string DirectiveLocationName(DirectiveLocation location)
    {
        var name = new StringBuilder();
        foreach (var letter in location.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToUpper(letter, CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    private static NonNullType Required(GraphQLType type) => new(type);

    private static GraphQLType ListOf(GraphQLType element, bool required = false) =>
        required ? Required(new ListType(Required(element))) : new ListType(Required(element));

    private static FieldDefinition Field<T>(string name, GraphQLType type, Func<T, object?> read) =>
        new(name, type) { Accessor = parent => read((T)parent) };

    private static FieldDefinition Filtered<T>(string name, GraphQLType type, Func<T, bool, object?> read) =>
        new(name, type, arguments: [new(IncludeDeprecated, Required(Flag), defaultLiteral: "false") { DefaultValue = false }])
        {
            PureResolver = context => read(context.Parent<T>(), context.Argument<bool>(IncludeDeprecated)),
        };

    private static object? PossibleTypes(IResolverContext context) => context.Parent<GraphQLType>() is NamedType { IsAbstract: true } type
        ? context.Schema.PossibleTypes(type).OrderBy(t => t.Name, StringComparer.Ordinal)
        : null;

    private static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };
}
