using System.Security.Claims;

namespace PersonalDataHub.Hub.Authorization;

/// <summary>Who asks: what the audit names and what the rules decide by.</summary>
public sealed record Caller
{
    public const string RegisterClaim = "register";
    public const string EveryRegister = "*";

    /// <summary>The name of the key, never the key.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>Ids of registers, or <see cref="EveryRegister"/> alone.</summary>
    public required IReadOnlyList<string> Registers { get; init; }

    /// <summary>Whether the register exists as far as this caller is concerned.</summary>
    public bool CanSee(string register) =>
        Registers.Contains(EveryRegister, StringComparer.Ordinal) || Registers.Contains(register, StringComparer.Ordinal);

    /// <summary>The caller of an authenticated request; null for anybody else.</summary>
    public static Caller? From(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, Name: { } name }
        && principal.FindFirstValue(ClaimTypes.Role) is { } role
            ? new Caller
            {
                Name = name,
                Role = role,
                Registers = [.. principal.FindAll(RegisterClaim).Select(claim => claim.Value)],
            }
            : null;
}
