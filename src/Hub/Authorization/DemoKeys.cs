using System.Net;

namespace PersonalDataHub.Hub.Authorization;

/// <summary>The well-known key for trying the hub out: in Development, on this machine only.</summary>
public sealed class DemoKeys(bool enabled)
{
    /// <summary>The key; a data protection officer of every register.</summary>
    public const string Key = "demo-dpo";

    /// <summary>Turns the key on or off; default on in Development, off elsewhere.</summary>
    public const string Setting = "Hub:DemoKeys";

    private static readonly Caller caller =
        new() { Name = Key, Role = Roles.DataProtectionOfficer, Registers = [Caller.EveryRegister] };

    private volatile bool open;

    public bool Enabled => enabled;

    /// <summary>Why the hub must not run with the demo key; null when it may.</summary>
    /// <param name="environment">The name of the environment it runs in.</param>
    /// <param name="addresses">The addresses it listens at.</param>
    public static string? RefusalOf(string environment, IEnumerable<string> addresses)
    {
        if (!string.Equals(environment, Environments.Development, StringComparison.OrdinalIgnoreCase))
        {
            return $"The demo key is on ({Setting}), but the environment is {environment}. It works in Development only: "
                + $"set {Setting} to false and configure {ApiKeys.Section}.";
        }

        var reachable = addresses.Where(address => !IsLoopback(address)).ToList();
        return reachable.Count == 0
            ? null
            : $"The demo key is on ({Setting}), but the hub listens at {string.Join(", ", reachable)}, which other machines can "
                + $"reach. Listen at http://localhost only, or set {Setting} to false and configure {ApiKeys.Section}.";
    }

    /// <summary>Refuses an environment in which the key must not work, wherever the hub listens.</summary>
    /// <exception cref="DemoKeysRefusedException">The key is on where it must not be.</exception>
    public void CheckEnvironment(string environment)
    {
        if (enabled && RefusalOf(environment, []) is { } reason)
        {
            throw new DemoKeysRefusedException(reason);
        }
    }

    /// <summary>Lets the key work from now on, once the addresses that are bound are known to be this machine's only.</summary>
    /// <exception cref="DemoKeysRefusedException">The key is on where it must not be.</exception>
    public void Open(string environment, IEnumerable<string> addresses)
    {
        if (!enabled)
        {
            return;
        }

        open = RefusalOf(environment, addresses) is { } reason ? throw new DemoKeysRefusedException(reason) : true;
    }

    internal Caller? Find(string key) => open && string.Equals(key, Key, StringComparison.Ordinal) ? caller : null;

    private static bool IsLoopback(string address)
    {
        // Kestrel takes http://*:80 and http://+:80 for every address; a unix socket is this machine's.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return false;
        }

        return address.StartsWith("http://unix:", StringComparison.OrdinalIgnoreCase)
            || string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
