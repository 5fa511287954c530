using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Hub.Registers.Yaml;

/// <summary>A mapping of a configuration file. Every read adds its mistake and goes on, so that all are found at once.</summary>
/// <remarks>Messages show what is written in the file, never what an environment variable put in its place.</remarks>
internal sealed partial class YamlSection(YamlMappingNode node, MistakeList mistakes, Func<string, string?> environment)
{
    private readonly HashSet<string> known = [];

    public YamlMappingNode Node { get; } = node;

    public MistakeList Mistakes { get; } = mistakes;

    /// <summary>A text that must be there and not be empty; empty after a mistake.</summary>
    public string RequiredText(string key)
    {
        if (Find(key) is not { } value)
        {
            Mistakes.Add(Node, $"'{key}' is missing.");
            return string.Empty;
        }

        var text = TextOf(value, key);
        if (text is { Length: 0 })
        {
            Mistakes.Add(value, $"'{key}' is empty.");
        }

        return text ?? string.Empty;
    }

    /// <summary>A text, or null when it is left out.</summary>
    public string? Text(string key) => Find(key) is { } value ? TextOf(value, key) : null;

    /// <summary>An id in kebab case that must be there.</summary>
    public string RequiredId(string key)
    {
        var id = RequiredText(key);
        if (id.Length > 0 && !IsId(id))
        {
            Mistakes.Add(Find(key)!, $"'{key}' must be lower-case letters, digits and single hyphens, beginning with a letter.");
        }

        return id;
    }

    public bool Boolean(string key, bool fallback) =>
        Parse(key, fallback, "true or false", text => text switch { "true" => true, "false" => false, _ => null });

    public int Integer(string key, int fallback, int least, int most) =>
        Parse(key, fallback, $"a whole number from {least} to {most}", text =>
            int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number : null);

    public double Number(string key, double fallback, double least, double most) =>
        Parse(key, fallback, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"), text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number : null);

    /// <summary>An ISO 8601 duration of days, hours, minutes and seconds.</summary>
    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        var form = $"an ISO 8601 duration from {XmlConvert.ToString(least)} to {XmlConvert.ToString(most)}, such as {XmlConvert.ToString(fallback)}";
        return Parse(key, fallback, form, text => IsoDuration().IsMatch(text) && ToTimeSpan(text) is { } time && time >= least && time <= most ? time : null);
    }

    /// <summary>The section under a key; null when it is left out or no section.</summary>
    public YamlSection? Section(string key, bool required = false)
    {
        switch (Find(key))
        {
            case null when required:
                Mistakes.Add(Node, $"'{key}' is missing.");
                return null;
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlSection(mapping, Mistakes, environment);
            case { } other:
                Mistakes.Add(other, $"'{key}' must hold keys and values.");
                return null;
        }
    }

    /// <summary>The sections of a list under a key; empty when it is left out or no list.</summary>
    public IReadOnlyList<YamlSection> Sections(string key)
    {
        var sections = new List<YamlSection>();
        foreach (var item in Items(key))
        {
            if (item is YamlMappingNode mapping)
            {
                sections.Add(new YamlSection(mapping, Mistakes, environment));
            }
            else
            {
                Mistakes.Add(item, $"each item of '{key}' must hold keys and values.");
            }
        }

        return sections;
    }

    /// <summary>The texts of a list under a key, each with its node; empty when it is left out or no list.</summary>
    public IReadOnlyList<(string Text, YamlNode Node)> Texts(string key) =>
        [.. Items(key).Select(item => (TextOf(item, key) ?? string.Empty, item)).Where(item => item.Item1.Length > 0)];

    /// <summary>The node under a key, as written.</summary>
    public YamlNode? Find(string key)
    {
        known.Add(key);
        return Node.Children.FirstOrDefault(child => child.Key is YamlScalarNode name && name.Value == key).Value;
    }

    /// <summary>The text of a node with environment variables put in place; null after a mistake.</summary>
    public string? TextOf(YamlNode value, string key)
    {
        if (value is not YamlScalarNode scalar)
        {
            Mistakes.Add(value, $"'{key}' must be a single value.");
            return null;
        }

        var missing = new List<string>();
        var text = EnvironmentReferences.Resolve(scalar.Value ?? string.Empty, environment, missing);
        foreach (var name in missing)
        {
            Mistakes.Add(value, name.Length == 0
                ? $"'{key}' has a broken reference; write ${{NAME}} or ${{NAME:-default}}, or $${{ for a literal ${{."
                : $"'{key}' needs the environment variable {name}, which is not set; set it, or write ${{{name}:-default}}.");
        }

        return missing.Count == 0 ? text : null;
    }

    /// <summary>Reports every key that nobody asked for. Called last.</summary>
    public void RefuseUnknown()
    {
        foreach (var key in Node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                Mistakes.Add(key, "a key must be a single word.");
            }
            else if (!known.Contains(name))
            {
                Mistakes.Add(key, $"'{name}' is not known here.{Closest.Hint(name, known)} Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    /// <summary>True for an id in kebab case.</summary>
    public static bool IsId(string text) => KebabCase().IsMatch(text);

    private T Parse<T>(string key, T fallback, string form, Func<string, T?> parse)
        where T : struct
    {
        if (Find(key) is not { } value || TextOf(value, key) is not { } text)
        {
            return fallback;
        }

        if (parse(text) is { } parsed)
        {
            return parsed;
        }

        Mistakes.Add(value, $"'{key}' is '{((YamlScalarNode)value).Value}', but must be {form}.");
        return fallback;
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return list.Children;
            case { } other:
                Mistakes.Add(other, $"'{key}' must be a list.");
                return [];
        }
    }

    private static TimeSpan? ToTimeSpan(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"^P(\d{1,4}D)?(T(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}(\.\d{1,7})?S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDuration();
}
