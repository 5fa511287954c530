using System.Reflection;
using System.Text;
using System.Text.Json;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Names of the schema that follow from .NET names.</summary>
internal static class SchemaNames
{
    public static string OfType(Type type, bool isInput)
    {
        if (Explicit(type) is { } name)
        {
            return name;
        }

        name = type.Name.Split('`')[0];
        if (type.IsGenericType)
        {
            name = string.Concat(type.GetGenericArguments().Select(a => OfType(Nullable.GetUnderlyingType(a) ?? a, false))) + name;
        }

        if (type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]))
        {
            name = name[1..];
        }

        return isInput && !type.IsEnum && !name.EndsWith("Input", StringComparison.Ordinal) ? name + "Input" : name;
    }

    /// <summary>The field of a property or method: camel case, without <c>Get</c> before and <c>Async</c> behind.</summary>
    public static string OfMember(MemberInfo member)
    {
        if (Explicit(member) is { } name)
        {
            return name;
        }

        name = member.Name;
        if (member is MethodInfo)
        {
            if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3]))
            {
                name = name[3..];
            }

            if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5)
            {
                name = name[..^5];
            }
        }

        return Camel(name);
    }

    public static string OfParameter(ParameterInfo parameter) => Explicit(parameter) ?? Camel(parameter.Name!);

    public static string OfEnumValue(FieldInfo value) => Explicit(value) ?? UpperSnake(value.Name);

    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static string UpperSnake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))
                && name[i - 1] != '_';
            text.Append(startsWord ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string? Explicit(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLNameAttribute), false).OfType<GraphQLNameAttribute>().FirstOrDefault()?.Name;
}
