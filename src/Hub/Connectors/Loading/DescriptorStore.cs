using System.Text.Json;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Remembers what each source last said of itself, so that its types outlive its failures.</summary>
internal sealed class DescriptorStore(HubDirectories directories)
{
    private string Root => Path.Combine(directories.DataDirectory, "connectors", "descriptors");

    /// <summary>The last accepted descriptor; null when there is none that can be read.</summary>
    public SourceDescriptor? Read(string register, string source)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(register, source)), ConnectorJson.Default.SourceDescriptor);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Remembers a descriptor; the file changes whole or not at all.</summary>
    public void Write(string register, string source, SourceDescriptor descriptor)
    {
        var path = PathOf(register, source);
        var json = ToJson(descriptor);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(json))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".draft";
        File.WriteAllBytes(draft, json);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Forgets the sources that are no longer configured.</summary>
    public void RemoveOthers(IReadOnlyCollection<(string Register, string Source)> configured)
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        var kept = configured.Select(source => PathOf(source.Register, source.Source)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(Root, "*.json", SearchOption.AllDirectories).Where(path => !kept.Contains(path)))
        {
            File.Delete(path);
        }
    }

    /// <summary>A descriptor of the hub's own making, equal to the given one: collections made in a plugin would keep the plugin in memory.</summary>
    public static SourceDescriptor Detach(SourceDescriptor descriptor) =>
        JsonSerializer.Deserialize(ToJson(descriptor), ConnectorJson.Default.SourceDescriptor)!;

    /// <summary>True when both say the same.</summary>
    public static bool AreEqual(SourceDescriptor one, SourceDescriptor other) => ToJson(one).AsSpan().SequenceEqual(ToJson(other));

    private static byte[] ToJson(SourceDescriptor descriptor) =>
        JsonSerializer.SerializeToUtf8Bytes(descriptor, ConnectorJson.Default.SourceDescriptor);

    private string PathOf(string register, string source) => Path.Combine(Root, register, source + ".json");
}
