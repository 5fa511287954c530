using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>Descriptions from the XML documentation file beside an assembly, where there is one.</summary>
internal static partial class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>The description of a type, property or method, from its attribute or its summary.</summary>
    public static string? Of(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLDescriptionAttribute>(false) is { } attribute)
        {
            return attribute.Description;
        }

        if (member is Type type)
        {
            return Text(Find(type)?.Element("summary"));
        }

        return Text(Find(member)?.Element("summary"))
            ?? (member is PropertyInfo && member.DeclaringType is { } owner ? Parameter(Find(owner), member.Name) : null);
    }

    /// <summary>The description of a parameter, from its attribute or the method's documentation.</summary>
    public static string? Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description
        ?? Parameter(Find(parameter.Member is ConstructorInfo ? parameter.Member.DeclaringType! : parameter.Member), parameter.Name!);

    private static string? Parameter(XElement? member, string name) =>
        Text(member?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == name));

    private static XElement? Find(MemberInfo member)
    {
        var members = Files.GetOrAdd(member.Module.Assembly, Load);
        if (members.Count == 0)
        {
            return null;
        }

        var owner = (member as Type ?? member.DeclaringType!).FullName?.Split('[')[0].Replace('+', '.');
        return member switch
        {
            Type => members.GetValueOrDefault($"T:{owner}"),
            PropertyInfo => members.GetValueOrDefault($"P:{owner}.{member.Name}"),
            FieldInfo => members.GetValueOrDefault($"F:{owner}.{member.Name}"),
            MethodInfo method => members.GetValueOrDefault($"M:{owner}.{method.Name}")
                ?? members.FirstOrDefault(m => m.Key.StartsWith($"M:{owner}.{method.Name}(", StringComparison.Ordinal)).Value,
            _ => null,
        };
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = assembly.IsDynamic || assembly.Location.Length == 0 ? null : Path.ChangeExtension(assembly.Location, ".xml");
        return path is null || !File.Exists(path)
            ? []
            : XDocument.Load(path).Descendants("member")
                .GroupBy(m => (string?)m.Attribute("name") ?? "")
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = string.Concat(element.Nodes().Select(Inline));
        text = Whitespace().Replace(text, " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Inline(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element when (string?)element.Attribute("cref") is { } cref => cref[(cref.LastIndexOfAny(['.', ':']) + 1)..].Split('`', '(')[0],
        XElement element when (string?)(element.Attribute("name") ?? element.Attribute("langword")) is { } name => name,
        XElement element => string.Concat(element.Nodes().Select(Inline)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
