using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>Reads who keeps a source, where and on what terms.</summary>
internal static class StewardshipReader
{
    private static readonly string[] Mechanisms =
    [
        "adequacy-decision", "standard-contractual-clauses", "binding-corporate-rules", "code-of-conduct", "certification", "derogation",
    ];

    private static readonly Dictionary<string, OperatorRole> roles = new(StringComparer.Ordinal)
    {
        ["own"] = OperatorRole.Own,
        ["processor"] = OperatorRole.Processor,
        ["partner"] = OperatorRole.Partner,
    };

    private static readonly Dictionary<string, SourceMedium> media = new(StringComparer.Ordinal)
    {
        ["digital"] = SourceMedium.Digital,
        ["paper"] = SourceMedium.Paper,
    };

    public static Stewardship Read(YamlSection file) => new()
    {
        Country = ReadCountry(file),
        TransferMechanism = Word(file, "transferMechanism", Mechanisms),
        TransferReason = Filled(file, "transferReason"),
        Operator = ReadOperator(file),
        Medium = Word(file, "medium", [.. media.Keys]) is { } medium ? media[medium] : SourceMedium.Digital,
        Keeper = ReadKeeper(file),
        ThirdPartyNotice = Address(file, "thirdPartyNotice", required: false),
        ExternalControls = ReadControls(file),
    };

    private static string? ReadCountry(YamlSection file)
    {
        if (Filled(file, "country") is not { } country)
        {
            return null;
        }

        if (!CountryCodes.Contains(country))
        {
            file.Mistakes.Add(
                file.Find("country")!, $"'country' is '{Written(file, "country")}', but must be a country's code of ISO 3166-1 in two capitals, such as FI.");
        }

        return country;
    }

    private static SourceOperator ReadOperator(YamlSection file)
    {
        if (file.Section("operator") is not { } section)
        {
            return SourceOperator.Own;
        }

        if (section.Find("role") is null)
        {
            section.Mistakes.Add(section.Node, "'role' is missing.");
        }

        var role = Word(section, "role", [.. roles.Keys]) is { } written ? roles[written] : (OperatorRole?)null;
        var recipient = section.Find("recipient") is null ? null : section.RequiredId("recipient");
        var agreement = Filled(section, "agreement");
        if (role is OperatorRole.Processor or OperatorRole.Partner && recipient is null)
        {
            section.Mistakes.Add(section.Node, "'recipient' is missing; name the recipient in the register's policy that runs this source.");
        }

        if (role is OperatorRole.Processor && section.Find("agreement") is null)
        {
            section.Mistakes.Add(section.Node, "'agreement' is missing; a processor works under an agreement (GDPR Art. 28(3)), so write its reference.");
        }

        if (role is OperatorRole.Own && (recipient ?? agreement) is not null)
        {
            section.Mistakes.Add(section.Node, "'role: own' is the controller's own system, which has neither 'recipient' nor 'agreement'.");
        }

        section.RefuseUnknown();
        return new(role ?? OperatorRole.Own, recipient, agreement);
    }

    private static SourceKeeper? ReadKeeper(YamlSection file)
    {
        if (file.Section("keeper") is not { } section)
        {
            return null;
        }

        var keeper = new SourceKeeper(section.RequiredText("name"), Filled(section, "contact"));
        section.RefuseUnknown();
        return keeper;
    }

    private static List<ExternalControl> ReadControls(YamlSection file)
    {
        var controls = new List<ExternalControl>();
        foreach (var section in file.Sections("externalControls"))
        {
            controls.Add(new(section.RequiredText("name"), Address(section, "url", required: true) ?? string.Empty));
            section.RefuseUnknown();
        }

        return controls;
    }

    private static string? Address(YamlSection section, string key, bool required)
    {
        var text = required ? section.RequiredText(key) : Filled(section, key);
        if (text is { Length: > 0 } && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            section.Mistakes.Add(section.Find(key)!, $"'{key}' must be a web address that begins with https:// or http://.");
        }

        return text;
    }

    private static string? Word(YamlSection section, string key, IReadOnlyCollection<string> words)
    {
        if (Filled(section, key) is not { Length: > 0 } word)
        {
            return null;
        }

        if (words.Contains(word))
        {
            return word;
        }

        section.Mistakes.Add(
            section.Find(key)!, $"'{key}' is '{Written(section, key)}', but must be one of: {string.Join(", ", words)}.{Closest.Hint(word, words)}");
        return null;
    }

    private static string? Filled(YamlSection section, string key) => section.Find(key) is null ? null : section.RequiredText(key);

    /// <summary>What stands in the file, never what an environment variable put in its place.</summary>
    private static string? Written(YamlSection section, string key) => (section.Find(key) as YamlDotNet.RepresentationModel.YamlScalarNode)?.Value;
}
