using System.Reflection;
using PersonalDataHub.GraphQL.Types.Relay;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Writes and reads ids of members that are marked so.</summary>
internal sealed class GlobalIds(Func<Type, bool, string> nameOf)
{
    public ObjectFieldConfiguration Apply(ObjectFieldConfiguration field, MemberInfo member) =>
        TypeOf(member) is { } type ? Written(field, type) : field;

    /// <summary>Turns ids that clients give into keys; null where ids are plain.</summary>
    public Func<object?, object?>? Reader(ICustomAttributeProvider member) => TypeOf(member) is { } type ? given => GlobalId.KeyOf(type, given) : null;

    /// <summary>The field with its keys written as ids of a type.</summary>
    public static ObjectFieldConfiguration Written(ObjectFieldConfiguration field, string type)
    {
        if (field.Resolver is { } resolve)
        {
            return field with { Resolver = async context => GlobalId.Of(type, await resolve(context)) };
        }

        var read = field.PureResolver ?? (field.Accessor is { } accessor ? context => accessor(context.Parent<object>()) : null);
        return field with { Accessor = null, PureResolver = read is null ? null : context => GlobalId.Of(type, read(context)) };
    }

    /// <summary>The type that the ids of a member are of; null where they are plain.</summary>
    public string? TypeOf(ICustomAttributeProvider member)
    {
        var attribute = member.GetCustomAttributes(typeof(IDAttribute), false).OfType<IDAttribute>().FirstOrDefault();
        return attribute?.NodeType is { } node ? nameOf(node, false) : attribute?.TypeName;
    }
}
