namespace PersonalDataHub.GraphQL.Authorization;

/// <summary>What a caller must fulfil to select a field. Rules that demand the same are equal.</summary>
public sealed class FieldRule : IEquatable<FieldRule>
{
    /// <param name="policy">What the <see cref="IAuthorizationHandler"/> decides by; null for the handler's own default.</param>
    /// <param name="roles">Roles of which the caller needs one; none leaves it to the policy.</param>
    public FieldRule(string? policy, params IEnumerable<string> roles) =>
        (Policy, Roles) = (policy, [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>Demands nothing.</summary>
    public static FieldRule AllowAnonymous { get; } = new(null) { Name = "everybody" };

    public string? Policy { get; }

    public IReadOnlyList<string> Roles { get; }

    /// <summary>Of types that conventions make, such as payloads: who passed the field that leads there has passed this one.</summary>
    internal static FieldRule Inherited { get; } = new(null) { Name = "whoever came here" };

    /// <summary>Of introspection that nobody opened.</summary>
    internal static FieldRule Nobody { get; } = new(null) { Name = "nobody" };

    internal bool DemandsNothing => this == AllowAnonymous || this == Inherited;

    private string? Name { get; init; }

    public static bool operator ==(FieldRule? left, FieldRule? right) => Equals(left, right);

    public static bool operator !=(FieldRule? left, FieldRule? right) => !Equals(left, right);

    public bool Equals(FieldRule? other) =>
        other is not null && Policy == other.Policy && Name == other.Name && Roles.SequenceEqual(other.Roles, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as FieldRule);

    public override int GetHashCode() => HashCode.Combine(Policy, Name, Roles.Count);

    public override string ToString() => Name ?? string.Join(" ", Roles.Prepend(Policy ?? "default"));
}
