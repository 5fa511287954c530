using System.Diagnostics;

namespace PersonalDataHub.RegistrantLookup;

/// <summary>Where the things stand that the benchmark runs, and what is checked out.</summary>
internal sealed class Repository
{
    private readonly DirectoryInfo output = new(AppContext.BaseDirectory);

    public Repository()
    {
        var folder = output;
        while (!File.Exists(Path.Combine(folder.FullName, "PersonalDataHub.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmark runs outside the repository.");
        }

        Root = folder.FullName;
    }

    /// <summary>The folder of the solution.</summary>
    public string Root { get; }

    /// <summary>Debug or Release, as this program was built.</summary>
    public string Configuration => output.Parent!.Name;

    public string HubAssembly => Path.Combine(Root, "src", "Hub", "bin", Configuration, "net10.0", "PersonalDataHub.Hub.dll");

    public string ConnectorsConfig => Path.Combine(Root, "connectors-config");

    public string Results => Path.Combine(Root, "benchmarks", "results", "registrant-lookup.md");

    /// <summary>The commit that is checked out, shortened; says so when files differ from it.</summary>
    public string Commit
    {
        get
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty=, with changes", "--exclude=*"])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = Root,
            })!;
            return git.StandardOutput.ReadToEnd().Trim();
        }
    }
}
