using System.Globalization;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Yaml;

/// <summary>Values that only policy packs have: texts in two languages, words of a closed set, days, periods, references.</summary>
internal static class PolicyValues
{
    /// <summary>A text, one for both languages or <c>{ fi, en }</c>; empty after a mistake.</summary>
    public static LocalText RequiredLocalText(this YamlSection section, string key)
    {
        if (section.LocalText(key) is { } text)
        {
            return text;
        }

        if (section.Find(key) is null)
        {
            section.Mistakes.Add(section.Node, $"'{key}' is missing.");
        }

        return Policy.LocalText.Empty;
    }

    /// <summary>A text, one for both languages or <c>{ fi, en }</c>; null when it is left out.</summary>
    public static LocalText? LocalText(this YamlSection section, string key)
    {
        switch (section.Find(key))
        {
            case null:
                return null;
            case YamlDotNet.RepresentationModel.YamlMappingNode:
                var languages = section.Section(key)!;
                var text = new LocalText(languages.RequiredText("fi"), languages.RequiredText("en"));
                languages.RefuseUnknown();
                return text;
            default:
                return section.RequiredText(key) is { Length: > 0 } both ? new(both, both) : null;
        }
    }

    /// <summary>One of a closed set of words, in kebab case; the fallback when it is left out or no such word.</summary>
    public static T Choice<T>(this YamlSection section, string key, T fallback)
        where T : struct, Enum => section.OptionalChoice<T>(key) ?? fallback;

    /// <summary>One of a closed set of words that must be there.</summary>
    public static T RequiredChoice<T>(this YamlSection section, string key)
        where T : struct, Enum
    {
        if (section.Find(key) is null)
        {
            section.Mistakes.Add(section.Node, $"'{key}' is missing; one of: {string.Join(", ", KebabWords<T>.All.Keys)}.");
        }

        return section.OptionalChoice<T>(key) ?? default;
    }

    /// <summary>One of a closed set of words, in kebab case; null when it is left out or no such word.</summary>
    public static T? OptionalChoice<T>(this YamlSection section, string key)
        where T : struct, Enum
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (KebabWords<T>.All.TryGetValue(text, out var value))
        {
            return value;
        }

        section.Mistakes.Add(
            section.Find(key)!,
            $"'{key}' is '{text}', but must be one of: {string.Join(", ", KebabWords<T>.All.Keys)}.{Closest.Hint(text, KebabWords<T>.All.Keys)}");
        return null;
    }

    /// <summary>A day, <c>2018-05-25</c>; null when it is left out or none.</summary>
    public static DateOnly? Day(this YamlSection section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        section.Mistakes.Add(section.Find(key)!, $"'{key}' must be a day such as 2018-05-25.");
        return null;
    }

    /// <summary>A period of years, months and days; null when it is left out or none.</summary>
    public static Period? Period(this YamlSection section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (Policy.Period.Parse(text) is { } period)
        {
            return period;
        }

        section.Mistakes.Add(section.Find(key)!, $"'{key}' must be an ISO 8601 period of years, months and days, such as P6Y, P3M or P14D.");
        return null;
    }

    /// <summary>Ids of things that stand elsewhere in the file, each reported when nothing of that id does.</summary>
    public static IReadOnlyList<string> References(this YamlSection section, string key, string what, IReadOnlyCollection<string> known)
    {
        var found = section.Texts(key);
        foreach (var (text, node) in found.Where(item => !known.Contains(item.Text)))
        {
            section.Mistakes.Add(node, $"'{key}' names the {what} '{text}', which is not declared.{Closest.Hint(text, known)}");
        }

        return [.. found.Select(item => item.Text)];
    }

    /// <summary>The id of one thing that stands elsewhere in the file; null when it is left out.</summary>
    public static string? Reference(this YamlSection section, string key, string what, IReadOnlyCollection<string> known)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (!known.Contains(text))
        {
            section.Mistakes.Add(section.Find(key)!, $"'{key}' names the {what} '{text}', which is not declared.{Closest.Hint(text, known)}");
        }

        return text;
    }

    /// <summary>Texts of a list, without their places.</summary>
    public static IReadOnlyList<string> Words(this YamlSection section, string key) => [.. section.Texts(key).Select(item => item.Text)];

    /// <summary>Reads each item of a list and reports ids that stand twice.</summary>
    public static IReadOnlyList<T> Each<T>(this YamlSection section, string key, Func<YamlSection, T> read, Func<T, string> id)
    {
        var items = new List<T>();
        foreach (var one in section.Sections(key))
        {
            var item = read(one);
            one.RefuseUnknown();
            if (items.Any(other => id(other) == id(item)) && id(item).Length > 0)
            {
                one.Mistakes.Add(one.Node, $"'{id(item)}' stands twice under '{key}'.");
            }

            items.Add(item);
        }

        return items;
    }
}
