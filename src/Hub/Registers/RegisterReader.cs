using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers;

/// <summary>Reads a <c>register.yaml</c>.</summary>
internal sealed partial class RegisterReader(Func<string, string?> environment)
{
    /// <summary>The name of the file in a register's folder.</summary>
    public const string FileName = "register.yaml";

    private static readonly Dictionary<string, RestrictedUse> restrictedUses = new(StringComparer.Ordinal)
    {
        ["rights"] = RestrictedUse.Rights,
        ["legal-claims"] = RestrictedUse.LegalClaims,
        ["consent"] = RestrictedUse.Consent,
        ["protection"] = RestrictedUse.Protection,
        ["public-interest"] = RestrictedUse.PublicInterest,
    };

    /// <summary>The register; null when the file has a mistake that leaves no register.</summary>
    /// <param name="folder">The register's configuration folder.</param>
    /// <param name="sources">The ids of the source files in it, that the register may name.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public Register? Read(string folder, IReadOnlyCollection<string> sources, MistakeList mistakes)
    {
        if (YamlFile.Read(Path.Combine(folder, FileName), mistakes, environment) is not { } file)
        {
            return null;
        }

        var id = file.RequiredId("id");
        if (id.Length > 0 && id != Path.GetFileName(folder))
        {
            mistakes.Add(file.Find("id")!, $"'id' must be the name of the folder, '{Path.GetFileName(folder)}'.");
        }

        var categories = ReadCategories(file);
        var register = new Register
        {
            Id = id,
            Name = file.RequiredText("name"),
            Controller = ReadController(file),
            PrimarySource = file.RequiredId("primarySource"),
            DefaultWait = file.Duration("defaultWait", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)),
            Categories = categories,
            Purposes = ReadPurposes(file, categories),
            Precedence = [.. file.Texts("precedence").Select(item => item.Text)],
        };
        file.RefuseUnknown();
        var complete = mistakes.Found.Count == 0;
        ReportUnknownSources(file, register, sources, mistakes);
        return complete ? register : null;
    }

    private static Controller ReadController(YamlSection file)
    {
        if (file.Section("controller", required: true) is not { } section)
        {
            return new Controller(string.Empty, null);
        }

        var controller = new Controller(section.RequiredText("name"), section.Text("businessId"));
        if (controller.BusinessId is { } businessId && !IsBusinessId(businessId))
        {
            section.Mistakes.Add(section.Find("businessId")!, "'businessId' is not a Finnish business id: seven digits, a hyphen and a check digit.");
        }

        section.RefuseUnknown();
        return controller;
    }

    private static List<DataCategory> ReadCategories(YamlSection file)
    {
        var categories = new List<DataCategory>();
        foreach (var section in file.Sections("categories"))
        {
            var category = new DataCategory(section.RequiredId("id"), section.RequiredText("name"));
            section.RefuseUnknown();
            if (categories.Any(other => other.Id == category.Id))
            {
                section.Mistakes.Add(section.Node, $"the category '{category.Id}' stands here twice.");
            }

            categories.Add(category);
        }

        if (categories.Count == 0)
        {
            file.Mistakes.Add(file.Node, "'categories' must name at least one category of data.");
        }

        return categories;
    }

    private static List<Purpose> ReadPurposes(YamlSection file, List<DataCategory> categories)
    {
        var purposes = new List<Purpose>();
        foreach (var section in file.Sections("purposes"))
        {
            var purpose = new Purpose(section.RequiredId("id"), section.RequiredText("name"), ReadScope(section, categories))
            {
                RestrictedUse = ReadRestrictedUse(section),
            };
            section.RefuseUnknown();
            if (purposes.Any(other => other.Id == purpose.Id))
            {
                section.Mistakes.Add(section.Node, $"the purpose '{purpose.Id}' stands here twice.");
            }

            purposes.Add(purpose);
        }

        if (purposes.Count == 0)
        {
            file.Mistakes.Add(file.Node, "'purposes' must name at least one purpose; without one nobody may read anything.");
        }

        return purposes;
    }

    private static HashSet<string>? ReadScope(YamlSection purpose, List<DataCategory> categories)
    {
        var ids = categories.Select(category => category.Id).ToHashSet();
        switch (purpose.Find("categories"))
        {
            case null:
                purpose.Mistakes.Add(purpose.Node, "'categories' is missing; write 'all' or a list of category ids.");
                return [];
            case YamlDotNet.RepresentationModel.YamlScalarNode { Value: "all" }:
                return null;
        }

        var scope = new HashSet<string>();
        foreach (var (text, node) in purpose.Texts("categories"))
        {
            if (!ids.Contains(text))
            {
                purpose.Mistakes.Add(node, $"the category '{text}' is not declared under 'categories'.{Closest.Hint(text, ids)}");
            }

            scope.Add(text);
        }

        return scope;
    }

    private static RestrictedUse ReadRestrictedUse(YamlSection purpose)
    {
        if (purpose.Text("restrictedUse") is not { } text)
        {
            return RestrictedUse.None;
        }

        if (restrictedUses.TryGetValue(text, out var use))
        {
            return use;
        }

        purpose.Mistakes.Add(
            purpose.Find("restrictedUse")!,
            $"'restrictedUse' must be one of: {string.Join(", ", restrictedUses.Keys)}; leave it out for a purpose that may not use restricted data.{Closest.Hint(text, restrictedUses.Keys)}");
        return RestrictedUse.None;
    }

    private static void ReportUnknownSources(YamlSection file, Register register, IReadOnlyCollection<string> sources, MistakeList mistakes)
    {
        if (register.PrimarySource.Length > 0 && !sources.Contains(register.PrimarySource))
        {
            mistakes.Add(file.Find("primarySource")!, $"'primarySource' names '{register.PrimarySource}', but the folder has no {register.PrimarySource}.yaml.{Closest.Hint(register.PrimarySource, sources)}");
        }

        foreach (var (text, node) in file.Texts("precedence").Where(item => !sources.Contains(item.Text)))
        {
            mistakes.Add(node, $"'precedence' names '{text}', but the folder has no {text}.yaml.{Closest.Hint(text, sources)}");
        }
    }

    private static bool IsBusinessId(string text)
    {
        if (!BusinessId().IsMatch(text))
        {
            return false;
        }

        int[] weights = [7, 9, 10, 5, 8, 4, 2];
        var remainder = weights.Select((weight, position) => weight * (text[position] - '0')).Sum() % 11;
        return remainder != 1 && text[8] - '0' == (remainder == 0 ? 0 : 11 - remainder);
    }

    [GeneratedRegex(@"^\d{7}-\d$", RegexOptions.CultureInvariant)]
    private static partial Regex BusinessId();
}
