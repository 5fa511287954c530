using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Connectors.Configuration;

/// <summary>Reads the configuration folder: one folder per register, in it <c>register.yaml</c> and one file per source.</summary>
internal sealed class ConfigurationReader(HubDirectories directories, Func<string, string?> environment)
{
    private const string SchemasFolder = "schemas";

    public HubConfiguration Read()
    {
        var registers = new List<ConfiguredRegister>();
        var mistakes = new List<ConfigurationMistake>();
        var sourceIds = new List<(string, string)>();
        if (!Directory.Exists(directories.ConfigDirectory))
        {
            mistakes.Add(new(directories.ConfigDirectory, 0, 0, "the configuration folder does not exist; create it or set Hub:ConfigDirectory."));
            return new(registers, mistakes, sourceIds);
        }

        foreach (var folder in Directory.GetDirectories(directories.ConfigDirectory).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(folder);
            if (name == SchemasFolder || name.StartsWith('.'))
            {
                continue;
            }

            try
            {
                var files = SourceFiles(folder, mistakes);
                sourceIds.AddRange(files.Select(file => (name, Path.GetFileNameWithoutExtension(file))));
                if (ReadRegister(folder, files, mistakes) is { } register)
                {
                    registers.Add(register);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                mistakes.Add(new(name, 0, 0, $"the folder cannot be read ({exception.GetType().Name}); check that the hub may read it."));
            }
        }

        return new(registers, mistakes, sourceIds);
    }

    private ConfiguredRegister? ReadRegister(string folder, List<string> files, List<ConfigurationMistake> mistakes)
    {
        var name = Path.GetFileName(folder);
        if (!File.Exists(Path.Combine(folder, RegisterReader.FileName)))
        {
            if (files.Count > 0)
            {
                mistakes.Add(new($"{name}/{RegisterReader.FileName}", 0, 0, "is missing, so the folder's sources belong to no register."));
            }

            return null;
        }

        var ids = files.Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        var ownMistakes = new MistakeList($"{name}/{RegisterReader.FileName}");
        var register = new RegisterReader(environment).Read(folder, ids, ownMistakes);
        mistakes.AddRange(ownMistakes.Found);
        var sources = files.Select(file => ReadSource(file, name, mistakes)).ToList();
        return register is null
            ? null
            : new(register, [.. sources.OrderBy(source => register.RankOf(source.Id)).ThenBy(source => source.Id, StringComparer.Ordinal)]);
    }

    private ConfiguredSource ReadSource(string path, string register, List<ConfigurationMistake> mistakes)
    {
        var ownMistakes = new MistakeList($"{register}/{Path.GetFileName(path)}");
        var file = new SourceFileReader(environment).Read(path, register, ownMistakes);
        mistakes.AddRange(ownMistakes.Found);
        return new(Path.GetFileNameWithoutExtension(path), file, ownMistakes.Found.FirstOrDefault());
    }

    private static List<string> SourceFiles(string folder, List<ConfigurationMistake> mistakes)
    {
        foreach (var file in Directory.GetFiles(folder, "*.yml"))
        {
            mistakes.Add(new($"{Path.GetFileName(folder)}/{Path.GetFileName(file)}", 0, 0, "is not read; name it .yaml."));
        }

        return [.. Directory.GetFiles(folder, "*.yaml")
            .Where(file => Path.GetFileName(file) is not RegisterReader.FileName and not ['.', ..])
            .Order(StringComparer.Ordinal)];
    }
}
