using System.Reflection;

namespace PersonalDataHub.Architecture.Tests.PublicApi;

/// <summary>Writes types as C# does: keywords, generic arguments, question marks.</summary>
internal static class TypeText
{
    private static readonly NullabilityInfoContext nullability = new();

    private static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
    };

    public static string Of(FieldInfo field) => Of(nullability.Create(field));

    public static string Of(PropertyInfo property) => Of(nullability.Create(property));

    public static string Of(ParameterInfo parameter) => Of(nullability.Create(parameter));

    public static string Of(Type type)
    {
        if (keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        return type.IsArray ? Of(type.GetElementType()!) + "[]" : Named(type, type.GetGenericArguments().Select(Of));
    }

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type;
        var mark = !type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return Of(info.ElementType!) + "[]" + mark;
        }

        return type.IsGenericType && Nullable.GetUnderlyingType(type) is null
            ? Named(type, info.GenericTypeArguments.Select(Of)) + mark
            : Of(type) + mark;
    }

    private static string Named(Type type, IEnumerable<string> arguments)
    {
        var name = type.IsNested && !type.IsGenericParameter ? $"{Of(type.DeclaringType!)}.{type.Name}" : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", arguments)}>";
    }
}
