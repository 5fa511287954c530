using System.Collections;
using System.Globalization;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Types.Relay;

/// <summary>Ids that are unique in the whole schema: the name of a type and a key. Clients see them in an opaque form, which is no secret.</summary>
internal static class GlobalId
{
    /// <summary>The id of a key, or the ids of a list of keys.</summary>
    public static object? Of(string type, object? key) => key switch
    {
        null => null,
        IEnumerable keys when key is not string => keys.Cast<object?>().Select(one => Of(type, one)).ToArray(),
        _ => OpaqueText.Write($"{type}:{Convert.ToString(key, CultureInfo.InvariantCulture)}"),
    };

    /// <summary>The type and key inside; null when this is no id of ours.</summary>
    public static (string Type, string Key)? Read(string id) =>
        OpaqueText.Read(id) is { } text && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (text[..colon], text[(colon + 1)..]) : null;

    /// <summary>The key of an id that a client gave, or the keys of a list of ids.</summary>
    /// <exception cref="InputCoercionException">It is no id of the type.</exception>
    public static object? KeyOf(string type, object? given) => given switch
    {
        null => null,
        IReadOnlyList<object?> ids => ids.Select(one => KeyOf(type, one)).ToArray(),
        _ => Read((string)given) is { } id && id.Type == type ? id.Key : throw new InputCoercionException("", $"the ID is none of {type}"),
    };
}
