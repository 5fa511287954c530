using System.Diagnostics.CodeAnalysis;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>The normal form of an identity, or why there is none. The mistake never repeats what was given.</summary>
public sealed record NormalisedIdentity
{
    private NormalisedIdentity()
    {
    }

    public string? Value { get; private init; }

    public IdentityDefect? Defect { get; private init; }

    /// <summary>What is wrong and what would be right, for people.</summary>
    public string? Mistake { get; private init; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Defect), nameof(Mistake))]
    public bool IsValid => Value is not null;

    public static NormalisedIdentity Of(string value) => new() { Value = value };

    public static NormalisedIdentity Refused(IdentityDefect defect, string mistake) =>
        new() { Defect = defect, Mistake = mistake };

    /// <summary>The defect, never the value.</summary>
    public override string ToString() => Defect?.ToString() ?? "valid";
}
