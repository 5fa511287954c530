using System.Security.Cryptography;

namespace PersonalDataHub.Hub.Authorization;

/// <summary>The keys that open the hub, by their hashes.</summary>
public sealed class ApiKeys
{
    public const string Section = "Hub:ApiKeys";
    private readonly IReadOnlyList<(byte[] Hash, Caller Caller)> keys;

    private ApiKeys(IReadOnlyList<(byte[] Hash, Caller Caller)> keys) => this.keys = keys;

    /// <summary>Reads <c>Hub:ApiKeys</c>.</summary>
    /// <exception cref="ApiKeyConfigurationException">Entries are wrong; the message names every mistake.</exception>
    public static ApiKeys Read(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var keys = new List<(byte[] Hash, Caller Caller)>();
        foreach (var section in configuration.GetSection(Section).GetChildren())
        {
            var entry = section.Get<ApiKeyOptions>() ?? new ApiKeyOptions();
            IReadOnlyList<string> registers = section["Registers"] is { Length: > 0 } one ? [one] : entry.Registers;
            var hash = ApiKey.ReadHash(entry.Hash);
            Require(!string.IsNullOrWhiteSpace(entry.Name), section, "Name", "must name the caller");
            Require(!keys.Exists(key => key.Caller.Name == entry.Name), section, "Name", "stands twice");
            Require(hash is not null, section, "Hash", "must be sha256: and 64 hexadecimal digits");
            Require(Roles.All.Contains(entry.Role), section, "Role", $"must be one of {string.Join(", ", Roles.All)}");
            Require(registers.Count > 0, section, "Registers", "must list registers, or be * for all");
            keys.Add((hash ?? [], new Caller { Name = entry.Name ?? "", Role = entry.Role ?? "", Registers = registers }));
        }

        return mistakes.Count == 0 ? new ApiKeys(keys) : throw new ApiKeyConfigurationException(mistakes);

        void Require(bool holds, IConfigurationSection section, string setting, string rule)
        {
            if (!holds)
            {
                mistakes.Add($"{section.Path}:{setting} {rule}.");
            }
        }
    }

    /// <summary>Whose key it is; null when nobody's. Takes the same time whichever key is given.</summary>
    public Caller? Find(string key)
    {
        var digest = ApiKey.Digest(key);
        Caller? found = null;
        foreach (var (hash, caller) in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, digest))
            {
                found = caller;
            }
        }

        return found;
    }
}
