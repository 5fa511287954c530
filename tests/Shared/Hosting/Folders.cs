namespace PersonalDataHub.Tests.Shared.Hosting;

/// <summary>Folders that a test puts in place.</summary>
public static class Folders
{
    /// <summary>Copies a folder with everything in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
        {
            Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
        }
    }
}
