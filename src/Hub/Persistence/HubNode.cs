using System.Globalization;
using System.Text.RegularExpressions;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>One process of the hub; several may share a database. Key <c>Hub:Node</c>, default the machine's name and the process's number.</summary>
/// <param name="Name">What it is called in leases, health and reports: 1 to 64 letters, digits, dots, dashes and underscores.</param>
public sealed partial record HubNode(string Name)
{
    internal const string Key = "Hub:Node";

    internal static HubNode? Read(IConfiguration configuration, List<string> mistakes)
    {
        if (configuration[Key] is not { Length: > 0 } name)
        {
            return new(Unnamed());
        }

        if (Named().IsMatch(name))
        {
            return new(name);
        }

        mistakes.Add($"{Key} is no name of a node; it may have 1 to 64 letters, digits, dots, dashes and underscores.");
        return null;
    }

    private static string Unnamed()
    {
        var process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var machine = Odd().Replace(Environment.MachineName, "-");
        return $"{machine[..Math.Min(machine.Length, 48)]}-{process}";
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$")]
    private static partial Regex Named();

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex Odd();
}
