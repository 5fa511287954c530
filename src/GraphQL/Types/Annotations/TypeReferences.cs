using System.Collections;
using System.Reflection;
using PersonalDataHub.GraphQL.Types.Pagination;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Writes .NET types, with their null annotations, in SDL notation.</summary>
internal sealed class TypeReferences(Func<Type, bool, string> nameOf)
{
    private readonly NullabilityInfoContext nullability = new();

    public string OfProperty(PropertyInfo property, bool isInput) =>
        Explicit(property) ?? Write(property.PropertyType, nullability.Create(property), isInput, property.IsDefined(typeof(IDAttribute)));

    public string OfResult(MethodInfo method) =>
        Explicit(method) ?? Write(method.ReturnType, nullability.Create(method.ReturnParameter), false, method.IsDefined(typeof(IDAttribute)));

    /// <summary>The type of the events of a stream that a method returns, awaited or not.</summary>
    public string OfStream(MethodInfo method)
    {
        var info = nullability.Create(method.ReturnParameter);
        var stream = IsAwaitable(method.ReturnType) ? info.GenericTypeArguments[0] : info;
        return Explicit(method)
            ?? Write(stream.Type.GetGenericArguments()[0], stream.GenericTypeArguments[0], false, method.IsDefined(typeof(IDAttribute)));
    }

    public string OfParameter(ParameterInfo parameter) =>
        Explicit(parameter) ?? Write(parameter.ParameterType, nullability.Create(parameter), true, parameter.IsDefined(typeof(IDAttribute)));

    /// <summary>The type that a resolver gives once awaited; null when it gives nothing.</summary>
    public static Type? ResultOf(MethodInfo method)
    {
        var type = method.ReturnType;
        return type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask) ? null
            : IsAwaitable(type) ? type.GetGenericArguments()[0]
            : type;
    }

    public static bool IsAwaitable(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    public static bool IsStream(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    /// <summary>The element of a list type; null for everything else.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Connection<>) || type.GetGenericTypeDefinition() == typeof(Page<>)))
        {
            return type.GetGenericArguments()[0];
        }

        if (type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type))
        {
            return null;
        }

        var enumerable = new[] { type }.Concat(type.GetInterfaces())
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return enumerable?.GetGenericArguments()[0];
    }

    private static string? Explicit(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLTypeAttribute), false).OfType<GraphQLTypeAttribute>().FirstOrDefault()?.TypeSyntax;

    private string Write(Type type, NullabilityInfo? info, bool isInput, bool isId)
    {
        if (IsAwaitable(type))
        {
            return Write(type.GetGenericArguments()[0], info?.GenericTypeArguments.ElementAtOrDefault(0), isInput, isId);
        }

        var core = Nullable.GetUnderlyingType(type) ?? type;
        var state = isInput ? info?.WriteState : info?.ReadState;
        var isNullable = core != type || (!type.IsValueType && state != NullabilityState.NotNull);
        var element = ElementOf(core);
        var text = element is null
            ? isId ? "ID" : nameOf(core, isInput)
            : $"[{Write(element, core.IsArray ? info?.ElementType : info?.GenericTypeArguments.ElementAtOrDefault(0), isInput, isId)}]";
        return isNullable ? text : text + "!";
    }
}
