using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Drift;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Compares notices with what sources hold and do, from the configuration alone: no hub needs to run.</summary>
internal static class DriftCommand
{
    /// <summary>Something has drifted apart.</summary>
    public const int Drifted = 1;

    /// <summary>Nothing was compared: no such register, or its configuration has mistakes.</summary>
    public const int NotCompared = 2;

    private static readonly Option<string?> Register = new("--register") { Description = "Only this register; default all." };

    private static readonly Option<bool> Strict = new("--strict") { Description = "Remarks fail too, not only errors." };

    public static Command Create()
    {
        var command = new Command("drift", "Tells where a register's notice and its sources have drifted apart; ends with 1 when they have.")
        {
            Register, Strict,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. parsed.UnmatchedTokens]).Build();
            return Run(
                HubDirectories.From(configuration, Directory.GetCurrentDirectory()),
                parsed.GetValue(Register),
                parsed.GetValue(Strict),
                Console.Out,
                Console.Error);
        });
        return command;
    }

    /// <summary>Compares and prints; the exit code says what came of it.</summary>
    /// <param name="directories">Where configuration and plugins are.</param>
    /// <param name="register">Only this register; null for all.</param>
    /// <param name="strict">Whether remarks fail too.</param>
    /// <param name="output">Gets the findings.</param>
    /// <param name="errors">Gets mistakes of the configuration.</param>
    public static int Run(HubDirectories directories, string? register, bool strict, TextWriter output, TextWriter errors)
    {
        var scratch = Directory.CreateTempSubdirectory("hub-drift-");
        try
        {
            // The data directory of a hub that runs is its own: plugins are copied and descriptors remembered elsewhere.
            using var services = new ServiceCollection()
                .AddSingleton(directories with { SourcesDirectory = directories.SourcesDirectory, DataDirectory = scratch.FullName })
                .AddConnectors()
                .AddSingleton<DriftCheck>()
                .BuildServiceProvider();
            return Compare(services, register, strict, output, errors);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static int Compare(IServiceProvider services, string? wanted, bool strict, TextWriter output, TextWriter errors)
    {
        var catalog = services.GetRequiredService<CatalogHolder>().Current;
        foreach (var mistake in catalog.Mistakes.Where(mistake => wanted is null || mistake.File.StartsWith($"{wanted}/", StringComparison.Ordinal)))
        {
            errors.WriteLine(mistake);
        }

        var registers = catalog.Registers.Where(register => wanted is null || register.Id == wanted).ToList();
        if (registers.Count == 0)
        {
            errors.WriteLine(wanted is null
                ? "There is no register to compare."
                : $"There is no register '{wanted}' that can be read; there are: {string.Join(", ", catalog.Registers.Select(register => register.Id))}.");
            return NotCompared;
        }

        var check = services.GetRequiredService<DriftCheck>();
        var failing = registers.Sum(register => Print(register, check.Of(catalog, register), strict, output));
        return failing == 0 ? ExitCodes.Done : Drifted;
    }

    private static int Print(Register register, IReadOnlyList<DriftFinding> findings, bool strict, TextWriter output)
    {
        var errors = findings.Count(finding => finding.Severity == DriftSeverity.Error);
        output.WriteLine($"{register.Id}: {errors} errors, {findings.Count - errors} remarks");
        foreach (var finding in findings)
        {
            output.WriteLine($"{finding.File}{(finding.Line > 0 ? $":{finding.Line}" : "")}: {(finding.Severity == DriftSeverity.Error ? "error" : "remark")} {finding.Kind} {finding.Subject}");
            output.WriteLine($"    {finding.Message}");
            if (finding.Statements.Count > 0)
            {
                output.WriteLine($"    Statements of the notice: {string.Join(", ", finding.Statements)}");
            }
        }

        return strict ? findings.Count : errors;
    }
}
