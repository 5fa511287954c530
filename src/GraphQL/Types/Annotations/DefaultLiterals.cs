using System.Collections;
using System.Globalization;
using System.Reflection;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Defaults of .NET members in GraphQL notation.</summary>
internal static class DefaultLiterals
{
    private static readonly Location Nowhere = new(1, 1);

    public static string? Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<DefaultValueAttribute>() is { } attribute ? Write(attribute.Value)
        : parameter is { HasDefaultValue: true, DefaultValue: { } value } ? Write(AsDeclared(value, parameter.ParameterType))
        : null;

    public static string? Of(PropertyInfo property) =>
        property.GetCustomAttribute<DefaultValueAttribute>() is { } attribute ? Write(attribute.Value) : null;

    /// <summary>The compiler stores an enum's default as its number.</summary>
    private static object AsDeclared(object value, Type type)
    {
        var declared = Nullable.GetUnderlyingType(type) ?? type;
        return declared.IsEnum ? Enum.ToObject(declared, value) : value;
    }

    private static string Write(object value) => value switch
    {
        string text => SyntaxPrinter.Print(new StringValueNode(text, false, Nowhere)),
        bool flag => flag ? "true" : "false",
        Enum name => SchemaNames.OfEnumValue(name.GetType().GetField(name.ToString())!),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Write))}]",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
