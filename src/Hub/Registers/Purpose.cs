using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers;

/// <summary>What data may be read for (GDPR Art. 5(1)(b)).</summary>
/// <param name="Id">Its id in kebab case; what a query names.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Categories">
/// The ids of the categories that the purpose may see; null for all, those that the register does not declare included.
/// </param>
public sealed record Purpose(string Id, string Name, IReadOnlySet<string>? Categories)
{
    /// <summary>What people call it, in each language.</summary>
    public LocalText Names { get; init; } = new(Name, Name);

    /// <summary>What it is in law's eyes.</summary>
    public PurposeNature Nature { get; init; }

    /// <summary>The id of the purpose it is a part of; null for none. It can end while others go on.</summary>
    public string? PartOf { get; init; }

    /// <summary>Ids of the register's legal bases it rests on; empty is reported as drift.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Whether data may be used for it when the person has said nothing.</summary>
    public PurposeDefault Default { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>What it serves of that for which restricted data may still be used; default none of it.</summary>
    public RestrictedUse RestrictedUse { get; init; }

    /// <summary>True when the purpose may see data of this category.</summary>
    public bool Allows(string category) => Categories?.Contains(category) ?? true;
}
