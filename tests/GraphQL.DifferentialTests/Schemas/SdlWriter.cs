using System.Globalization;
using System.Text;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>Writes configurations as SDL for the oracle, without help of the library's own printer.</summary>
internal static class SdlWriter
{
    public static string Write(SchemaTypeConfiguration roots, IReadOnlyList<TypeConfiguration> types) =>
        string.Join("\n\n", types.Select(Type).Prepend(Schema(roots)));

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in text)
        {
            quoted.Append(unit is '"' or '\\' || char.IsControl(unit) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}") : unit);
        }

        return quoted.Append('"').ToString();
    }

    private static string Schema(SchemaTypeConfiguration roots)
    {
        var kinds = new[] { ("query", roots.QueryType), ("mutation", roots.MutationType), ("subscription", roots.SubscriptionType) };
        return $"{Description(roots.Description)}schema {{\n{string.Join('\n', kinds.Where(k => k.Item2 is not null).Select(k => $"{k.Item1}: {k.Item2}"))}\n}}";
    }

    private static string Type(TypeConfiguration type) => Description(type.Description) + type switch
    {
        ObjectTypeConfiguration o => $"type {o.Name}{Implements(o.Interfaces)} {{\n{string.Join('\n', o.Fields.Select(Field))}\n}}",
        InterfaceTypeConfiguration i => $"interface {i.Name}{Implements(i.Interfaces)} {{\n{string.Join('\n', i.Fields.Select(Field))}\n}}",
        UnionTypeConfiguration u => $"union {u.Name} = {string.Join(" | ", u.Members)}",
        EnumTypeConfiguration e => $"enum {e.Name} {{\n{string.Join('\n', e.Values.Select(v => $"{Description(v.Description)}{v.Name}{Deprecated(v.DeprecationReason)}"))}\n}}",
        InputObjectTypeConfiguration i => $"input {i.Name}{(i.IsOneOf ? " @oneOf" : "")} {{\n{string.Join('\n', i.Fields.Select(Argument))}\n}}",
        ScalarTypeConfiguration { Scalar: var s } => $"scalar {s.Name}{(s.SpecifiedBy is { } url ? $" @specifiedBy(url: {Quote(url)})" : "")}",
        DirectiveTypeConfiguration d => $"directive @{d.Name}{Arguments(d.Arguments.Select(Argument))}{(d.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", d.Locations.Select(Location))}",
        _ => throw new InvalidOperationException($"{type.Name} cannot be written."),
    };

    private static string Location(DirectiveLocation location) =>
        string.Concat(location.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"_{letter}" : $"{letter}")).ToUpperInvariant();

    private static string Implements(IReadOnlyList<string> interfaces) => interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", interfaces)}";

    private static string Field(ObjectFieldConfiguration field) =>
        $"{Description(field.Description)}{field.Name}{Arguments(field.Arguments.Select(Argument))}: {field.Type}{Deprecated(field.DeprecationReason)}";

    private static string Arguments(IEnumerable<string> arguments) => arguments.Any() ? $"({string.Join(' ', arguments)})" : "";

    private static string Argument(ArgumentConfiguration argument) =>
        $"{Description(argument.Description)}{argument.Name}: {argument.Type}{(argument.DefaultValue is { } value ? $" = {value}" : "")}{Deprecated(argument.DeprecationReason)}";

    private static string Deprecated(string? reason) => reason is null ? "" : $" @deprecated(reason: {Quote(reason)})";

    private static string Description(string? description) => description is null ? "" : Quote(description) + " ";
}
