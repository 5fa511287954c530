using System.Collections.Concurrent;
using System.Globalization;
using PersonalDataHub.GraphQL.Types.Annotations;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Fits coerced input values to the .NET types that resolvers and input classes ask for.</summary>
internal static class InputConversion
{
    private static readonly ConcurrentDictionary<Type, Type?> Elements = new();

    public static object? To(Type target, object? value)
    {
        if (value is null || target.IsInstanceOfType(value))
        {
            return value;
        }

        var core = Nullable.GetUnderlyingType(target) ?? target;
        if (core.IsInstanceOfType(value))
        {
            return value;
        }

        if (value is IReadOnlyList<object?> items && Elements.GetOrAdd(core, TypeReferences.ElementOf) is { } element)
        {
            return ToList(core, element, items);
        }

        return core == typeof(Guid) && value is string text
            ? Guid.TryParse(text, out var guid) ? guid : throw new GraphQLException("The ID is not of the form this field expects.", "INVALID_ID")
            : core == typeof(DateTime) && value is DateTimeOffset instant ? instant.UtcDateTime
            : core == typeof(Uri) && value is string address ? new Uri(address, UriKind.RelativeOrAbsolute)
            : core.IsEnum && value is string name ? Enum.Parse(core, name)
            : Number(core, value);
    }

    private static object Number(Type target, object value)
    {
        try
        {
            return Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new GraphQLException("A number or ID is not of the form or range this field expects.", "INVALID_INPUT");
        }
    }

    private static object ToList(Type target, Type element, IReadOnlyList<object?> items)
    {
        var array = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(To(element, items[i]), i);
        }

        if (target.IsInstanceOfType(array))
        {
            return array;
        }

        return Activator.CreateInstance(target, (object)array)!;
    }
}
