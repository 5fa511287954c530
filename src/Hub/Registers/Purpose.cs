namespace PersonalDataHub.Hub.Registers;

/// <summary>What data may be read for (GDPR Art. 5(1)(b)).</summary>
/// <param name="Id">Its id in kebab case; what a query names.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Categories">
/// The ids of the categories that the purpose may see; null for all, those that the register does not declare included.
/// </param>
public sealed record Purpose(string Id, string Name, IReadOnlySet<string>? Categories)
{
    /// <summary>What it serves of that for which restricted data may still be used; default none of it.</summary>
    public RestrictedUse RestrictedUse { get; init; }

    /// <summary>True when the purpose may see data of this category.</summary>
    public bool Allows(string category) => Categories?.Contains(category) ?? true;
}
