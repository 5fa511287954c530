namespace PersonalDataHub.Hub.Authorization;

/// <summary>One entry of <c>Hub:ApiKeys</c>.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>What the audit calls the caller. Unique.</summary>
    public string? Name { get; set; }

    /// <summary>What <see cref="ApiKey.Hash"/> gives for the key.</summary>
    public string? Hash { get; set; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public string? Role { get; set; }

    /// <summary>Ids of registers, or <c>*</c> for all: a list, or the one text.</summary>
    public IReadOnlyList<string> Registers { get; set; } = [];
}
