using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Policy.Reading;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Registers;

/// <summary>Reads a <c>register.yaml</c>.</summary>
internal sealed partial class RegisterReader(Func<string, string?> environment)
{
    /// <summary>The name of the file in a register's folder.</summary>
    public const string FileName = "register.yaml";

    /// <summary>The register; null when the file has a mistake that leaves no register.</summary>
    /// <param name="folder">The register's configuration folder.</param>
    /// <param name="sources">The ids of the source files in it, that the register may name.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public Register? Read(string folder, IReadOnlyCollection<string> sources, MistakeList mistakes)
    {
        var path = Path.Combine(folder, FileName);
        if (YamlFile.Read(path, mistakes, environment) is not { } file)
        {
            return null;
        }

        var id = file.RequiredId("id");
        if (id.Length > 0 && id != Path.GetFileName(folder))
        {
            mistakes.Add(file.Find("id")!, $"'id' must be the name of the folder, '{Path.GetFileName(folder)}'.");
        }

        var known = new KnownIds(sources);
        var (notices, statements, bases, blocks) = NoticeParts.ReadFirst(file, known);
        var categories = CategoryReader.Read(file, known);
        var purposes = PurposeReader.Read(file, known);
        var names = file.RequiredLocalText("name");
        var register = new Register
        {
            Id = id,
            Name = names.Fi,
            Names = names,
            Aliases = file.Words("aliases"),
            Controller = ReadController(file),
            PrimarySource = file.RequiredId("primarySource"),
            DefaultWait = file.Duration("defaultWait", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)),
            Categories = categories,
            Purposes = purposes,
            Precedence = [.. file.Texts("precedence").Select(item => item.Text)],
            Requests = RequestPolicyReader.Read(file),
            Pack = PackReader.Read(file, known, VersionOf(path)) with { Notices = notices, Statements = statements, Bases = bases, Blocks = blocks },
        };
        file.RefuseUnknown();
        var complete = mistakes.Found.Count == 0;
        ReportUnknownSources(file, register, sources, mistakes);
        known.ReportMissingSources(mistakes);
        return complete ? register : null;
    }

    private static Controller ReadController(YamlSection file)
    {
        if (file.Section("controller", required: true) is not { } section)
        {
            return new Controller(string.Empty, null);
        }

        var controller = new Controller(section.RequiredText("name"), section.Text("businessId"))
        {
            Aliases = section.Words("aliases"),
            Address = section.Text("address"),
            Phone = section.Text("phone"),
            Email = section.Text("email"),
            NaturalPerson = section.Boolean("naturalPerson", false),
        };
        if (controller.BusinessId is { } businessId && !IsBusinessId(businessId))
        {
            section.Mistakes.Add(section.Find("businessId")!, "'businessId' is not a Finnish business id: seven digits, a hyphen and a check digit.");
        }

        section.RefuseUnknown();
        return controller;
    }

    // Of the file as written: what an environment variable puts into it is no part of the policy.
    private static string VersionOf(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..16];

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
