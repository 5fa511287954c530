using System.Reflection;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Derives the values of an enum type.</summary>
internal static class EnumReflector
{
    public static IReadOnlyList<EnumValueDefinition> Values(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => !f.IsDefined(typeof(GraphQLIgnoreAttribute)))
            .Select(f => new EnumValueDefinition(SchemaNames.OfEnumValue(f), f.GetValue(null)!, XmlDocumentation.Of(f), FieldReflector.Deprecation(f))),
    ];
}
