namespace PersonalDataHub.DemoSources;

/// <summary>Makes a folder with everything in it, or nothing at all.</summary>
internal static class WholeFolder
{
    /// <summary>
    /// It grows beside its place, in <paramref name="directory"/>.partial; what an earlier run left there is removed.
    /// </summary>
    /// <returns>False when the folder exists already and was left as it is.</returns>
    public static async Task<bool> CreateAsync(string directory, Func<string, Task> fill)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (Directory.Exists(place))
        {
            return false;
        }

        var partial = place + ".partial";
        Remove(partial);
        Directory.CreateDirectory(partial);
        try
        {
            await fill(partial);
            Directory.Move(partial, place);
            return true;
        }
        catch
        {
            Remove(partial);
            throw;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
