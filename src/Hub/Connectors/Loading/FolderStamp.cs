using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Tells cheaply whether the configuration or the plugins folder changed: names, lengths and times of the files.</summary>
internal static class FolderStamp
{
    public static string Of(HubDirectories directories)
    {
        var text = new StringBuilder();
        foreach (var (folder, pattern) in ((string, string)[])[(directories.ConfigDirectory, "*.y*ml"), (directories.PluginsDirectory, "*")])
        {
            var root = new DirectoryInfo(folder);
            var files = root.Exists ? root.GetFiles(pattern, SearchOption.AllDirectories) : [];
            foreach (var file in files.OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                text.Append(file.FullName).Append('\n').Append(file.Length).Append(' ').Append(file.LastWriteTimeUtc.Ticks).Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
