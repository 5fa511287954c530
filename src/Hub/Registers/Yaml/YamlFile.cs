using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.Hub.Registers.Yaml;

/// <summary>Reads a configuration file as one mapping whose nodes know their lines.</summary>
internal static class YamlFile
{
    private const long LargestFile = 1024 * 1024;
    private const int DeepestNesting = 32;

    /// <summary>The file's top mapping; null when there is none, with the mistake added.</summary>
    public static YamlSection? Read(string path, MistakeList mistakes, Func<string, string?> environment)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                mistakes.Add("is larger than 1 MiB, which no configuration file needs to be.");
                return null;
            }

            return Parse(File.ReadAllText(path), mistakes, environment);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            mistakes.Add($"cannot be read ({exception.GetType().Name}); check that it exists and that the hub may read it.");
            return null;
        }
    }

    private static YamlSection? Parse(string text, MistakeList mistakes, Func<string, string?> environment)
    {
        try
        {
            if (!IsPlain(text, mistakes))
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlSection(root, mistakes, environment);
            }

            mistakes.Add("must be one YAML document with keys and values, such as 'name: …'.");
            return null;
        }
        catch (YamlException exception)
        {
            // The parser's own words may quote the file, and the file may hold a secret.
            var duplicate = exception.Message.Contains("uplicate key", StringComparison.Ordinal);
            mistakes.Add(exception.Start, duplicate ? "a key stands here twice; keep one." : "is not valid YAML here; check indentation, quotes and colons.");
            return null;
        }
    }

    /// <summary>Refuses what would make a small file large or a walk over it deep, before anything is built from it.</summary>
    private static bool IsPlain(string text, MistakeList mistakes)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias)
            {
                mistakes.Add(parser.Current.Start, "uses a YAML alias (*name), which configuration files may not; write the value out.");
                return false;
            }

            if (depth > DeepestNesting)
            {
                mistakes.Add(parser.Current.Start, $"is nested more than {DeepestNesting} levels deep.");
                return false;
            }
        }

        return true;
    }
}
