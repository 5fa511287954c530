using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Writes a schema in the type system definition language; types in alphabetical order, members as declared.</summary>
public static class SchemaPrinter
{
    private static readonly Location Nowhere = new(1, 1);

    /// <summary>The schema as text that reads back as <see cref="ToDocument"/>.</summary>
    public static string Print(Schema schema) => SyntaxPrinter.Print(ToDocument(schema)) + "\n";

    /// <summary>The schema as a document, without what the specification defines; the schema itself only where it says more than the names of its types.</summary>
    public static DocumentNode ToDocument(Schema schema)
    {
        var directives = schema.Directives.Values.Where(d => !SpecifiedDirectives.All.Contains(d)).OrderBy(d => d.Name, StringComparer.Ordinal);
        var types = schema.Types.Values
            .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && !SpecifiedScalars.All.Contains(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal);
        return new DocumentNode([.. Roots(schema), .. directives.Select(Directive), .. types.Select(Type)], Nowhere);
    }

    private static IEnumerable<DefinitionNode> Roots(Schema schema)
    {
        (OperationKind Kind, ObjectType? Type)[] roots =
            [(OperationKind.Query, schema.QueryType), (OperationKind.Mutation, schema.MutationType), (OperationKind.Subscription, schema.SubscriptionType)];
        if (schema.Description is not null || roots.Any(r => r.Type != schema.FindType(r.Kind.ToString())))
        {
            yield return new SchemaDefinitionNode(
                schema.Description,
                [],
                [.. roots.Where(r => r.Type is not null).Select(r => new OperationTypeDefinitionNode(r.Kind, Named(r.Type!), Nowhere))],
                Nowhere);
        }
    }

    private static TypeSystemDefinitionNode Type(NamedType type) => type switch
    {
        ScalarType scalar => new ScalarTypeDefinitionNode(
            scalar.Name, scalar.Description, scalar.SpecifiedBy is { } url ? [Use(SpecifiedDirectives.SpecifiedBy, "url", url)] : [], Nowhere),
        EnumType @enum => new EnumTypeDefinitionNode(
            @enum.Name,
            @enum.Description,
            [],
            [.. @enum.Values.Select(v => new EnumValueDefinitionNode(v.Name, v.Description, Deprecation(v.DeprecationReason), Nowhere))],
            Nowhere),
        InputObjectType input => new InputObjectTypeDefinitionNode(
            input.Name, input.Description, input.IsOneOf ? [Use(SpecifiedDirectives.OneOf)] : [], [.. input.Fields.Select(Input)], Nowhere),
        UnionType union => new UnionTypeDefinitionNode(union.Name, union.Description, [], [.. union.Members.Select(Named)], Nowhere),
        ObjectType @object => new ObjectTypeDefinitionNode(
            @object.Name, @object.Description, [.. @object.Interfaces.Select(Named)], [], [.. @object.Fields.Select(Field)], Nowhere),
        _ => new InterfaceTypeDefinitionNode(
            type.Name, type.Description, [.. ((InterfaceType)type).Interfaces.Select(Named)], [], [.. ((InterfaceType)type).Fields.Select(Field)], Nowhere),
    };

    private static DirectiveDefinitionNode Directive(DirectiveDefinition directive) => new(
        directive.Name,
        directive.Description,
        [.. directive.Arguments.Select(Input)],
        directive.IsRepeatable,
        [.. directive.Locations.Select(IntrospectionTypes.DirectiveLocationName)],
        Nowhere);

    private static FieldDefinitionNode Field(FieldDefinition field) => new(
        field.Name, field.Description, [.. field.Arguments.Select(Input)], Reference(field.Type), Deprecation(field.DeprecationReason), Nowhere);

    private static InputValueDefinitionNode Input(InputValueDefinition value) => new(
        value.Name,
        value.Description,
        Reference(value.Type),
        value.DefaultLiteral is { } literal ? Parser.ParseValue(literal) : null,
        Deprecation(value.DeprecationReason),
        Nowhere);

    private static NamedTypeNode Named(NamedType type) => new(type.Name, Nowhere);

    private static TypeNode Reference(GraphQLType type) => Parser.ParseType(type.ToString()!);

    private static IReadOnlyList<DirectiveNode> Deprecation(string? reason) =>
        reason is null ? [] : [Use(SpecifiedDirectives.Deprecated, "reason", reason)];

    private static DirectiveNode Use(DirectiveDefinition directive, string? argument = null, string value = "") => new(
        directive.Name,
        argument is null ? [] : [new ArgumentNode(argument, new StringValueNode(value, false, Nowhere), Nowhere)],
        Nowhere);
}
