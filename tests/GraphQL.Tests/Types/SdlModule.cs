using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Types;

/// <summary>Brings the types that a text in the type system definition language defines; every field resolves to null.</summary>
internal sealed class SdlModule(string sdl) : ITypeModule
{
    public event EventHandler? TypesChanged { add { } remove { } }

    public ValueTask<IReadOnlyCollection<TypeConfiguration>> CreateTypesAsync(CancellationToken cancellationToken) =>
        new([.. Parser.ParseDocument(sdl).Definitions.Cast<TypeSystemDefinitionNode>().Select(Convert)]);

    private static TypeConfiguration Convert(TypeSystemDefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => new SchemaTypeConfiguration(schema.Description)
        {
            QueryType = Root(schema, OperationKind.Query)!,
            MutationType = Root(schema, OperationKind.Mutation),
            SubscriptionType = Root(schema, OperationKind.Subscription),
        },
        ScalarTypeDefinitionNode scalar => new ScalarTypeConfiguration(new AnyScalar(scalar.Name, scalar.Description, Text(scalar.Directives, "specifiedBy", "url"))),
        ObjectTypeDefinitionNode type => new ObjectTypeConfiguration(type.Name, type.Description, Fields(type)) { Interfaces = Names(type.Interfaces) },
        InterfaceTypeDefinitionNode type => new InterfaceTypeConfiguration(type.Name, type.Description, Fields(type)) { Interfaces = Names(type.Interfaces) },
        UnionTypeDefinitionNode union => new UnionTypeConfiguration(union.Name, union.Description, Names(union.Types)),
        EnumTypeDefinitionNode @enum => new EnumTypeConfiguration(
            @enum.Name, @enum.Description, [.. @enum.Values.Select(v => new EnumValueDefinition(v.Name, v.Name, v.Description, Deprecation(v.Directives)))]),
        InputObjectTypeDefinitionNode input => new InputObjectTypeConfiguration(input.Name, input.Description, Inputs(input.Fields))
        {
            IsOneOf = input.Directives.Any(d => d.Name == "oneOf"),
        },
        DirectiveDefinitionNode directive => new DirectiveTypeConfiguration(
            directive.Name, directive.Description, [.. directive.Locations.Select(l => Enum.Parse<DirectiveLocation>(l.Replace("_", "", StringComparison.Ordinal), ignoreCase: true))])
        {
            Arguments = Inputs(directive.Arguments),
            IsRepeatable = directive.IsRepeatable,
        },
        _ => throw new InvalidOperationException(definition.GetType().Name),
    };

    private static string? Root(SchemaDefinitionNode schema, OperationKind kind) => schema.OperationTypes.FirstOrDefault(t => t.Operation == kind)?.Type.Name;

    private static IReadOnlyList<string> Names(IEnumerable<NamedTypeNode> types) => [.. types.Select(t => t.Name)];

    private static IReadOnlyList<ObjectFieldConfiguration> Fields(ComplexTypeDefinitionNode type) => [.. type.Fields.Select(f => new ObjectFieldConfiguration
    {
        Name = f.Name,
        Type = f.Type.ToString(),
        Description = f.Description,
        DeprecationReason = Deprecation(f.Directives),
        Arguments = Inputs(f.Arguments),
        PureResolver = type.Name is "Subscription" or "News" ? null : _ => null,
        SubscribeResolver = type.Name is "Subscription" or "News" ? _ => throw new NotSupportedException() : null,
    })];

    private static IReadOnlyList<ArgumentConfiguration> Inputs(IEnumerable<InputValueDefinitionNode> inputs) => [.. inputs.Select(i => new ArgumentConfiguration(i.Name, i.Type.ToString())
    {
        Description = i.Description,
        DefaultValue = i.DefaultValue is null ? null : SyntaxPrinter.Print(i.DefaultValue),
        DeprecationReason = Deprecation(i.Directives),
    })];

    private static string? Deprecation(IEnumerable<DirectiveNode> directives) =>
        directives.FirstOrDefault(d => d.Name == "deprecated") is { } used ? Text([used], "deprecated", "reason") ?? "No longer supported" : null;

    private static string? Text(IEnumerable<DirectiveNode> directives, string directive, string argument) =>
        (directives.FirstOrDefault(d => d.Name == directive)?.Arguments.FirstOrDefault(a => a.Name == argument)?.Value as StringValueNode)?.Value;

    private sealed class AnyScalar(string name, string? description, string? specifiedBy) : ScalarType(name, typeof(AnyScalar), description, specifiedBy)
    {
        public override bool TryParse(ScalarLiteral literal, out object? value) => (value = literal.Text) is not null;

        public override bool TrySerialize(object value, out object? serialized) => (serialized = value.ToString()) is not null;
    }
}
