using System.Diagnostics;

namespace PersonalDataHub.RegistrantLookup;

/// <summary>Where the things stand that the benchmark runs, and what is checked out.</summary>
internal sealed class Repository
{
    private readonly string root;
    private readonly DirectoryInfo output = new(AppContext.BaseDirectory);

    public Repository()
    {
        var folder = output;
        while (!File.Exists(Path.Combine(folder.FullName, "PersonalDataHub.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmark runs outside the repository.");
        }

        root = folder.FullName;
    }

    /// <summary>Debug or Release, as this program was built.</summary>
    public string Configuration => output.Parent!.Name;

    public string HubAssembly => Path.Combine(root, "src", "Hub", "bin", Configuration, "net10.0", "PersonalDataHub.Hub.dll");

    public string ConnectorsConfig => Path.Combine(root, "connectors-config");

    public string Results => Path.Combine(root, "benchmarks", "results", "registrant-lookup.md");

    /// <summary>The commit that is checked out, shortened; says so when files differ from it.</summary>
    public string Commit
    {
        get
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty=, with changes", "--exclude=*"])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = root,
            })!;
            return git.StandardOutput.ReadToEnd().Trim();
        }
    }
}
