using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>Reads a source's configuration file.</summary>
internal sealed class SourceFileReader(Func<string, string?> environment)
{
    /// <summary>The source; null when the file has a mistake.</summary>
    public SourceFile? Read(string path, string register, MistakeList mistakes)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        if (!YamlSection.IsId(id))
        {
            mistakes.Add("the file's name is the source's id and must be lower-case letters, digits and single hyphens.");
        }

        if (YamlFile.Read(path, mistakes, environment) is not { } file)
        {
            return null;
        }

        var positions = new SettingsPositions(mistakes.File);
        var source = new SourceFile
        {
            Register = register,
            Id = id,
            Connector = file.RequiredId("connector"),
            Name = file.RequiredText("name"),
            Enabled = file.Boolean("enabled", true),
            Timeout = file.Duration("timeout", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5)),
            Concurrency = file.Integer("concurrency", 8, 1, 64),
            Breaker = ReadBreaker(file),
            Stewardship = StewardshipReader.Read(file),
            Settings = new SettingsReader(file, positions).Read(),
            Positions = positions,
        };
        if (file.Find("connector") is { } connector)
        {
            positions.Add(SettingsPositions.Connector, connector.Start);
        }

        if (file.Find("country") is { } country)
        {
            positions.Add(SettingsPositions.Country, country.Start);
        }

        file.RefuseUnknown();
        return mistakes.Found.Count == 0 ? source : null;
    }

    private static BreakerSettings ReadBreaker(YamlSection file)
    {
        var fallback = new BreakerSettings();
        if (file.Section("breaker") is not { } section)
        {
            return fallback;
        }

        var breaker = new BreakerSettings
        {
            FailureRatio = section.Number("failureRatio", fallback.FailureRatio, 0.01, 1),
            MinimumThroughput = section.Integer("minimumThroughput", fallback.MinimumThroughput, 2, 1000),
            Window = section.Duration("window", fallback.Window, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            BreakDuration = section.Duration("breakDuration", fallback.BreakDuration, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        };
        section.RefuseUnknown();
        return breaker;
    }
}
