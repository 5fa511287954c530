using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Passports;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Everything known about one value: where it is from, since when, and what the policy says of it.</summary>
public sealed record Passport
{
    /// <summary>When the source stored it; null when the source does not say.</summary>
    public required DateTimeOffset? StoredAt { get; init; }

    /// <summary>When what it tells happened or was last confirmed; null when the source does not say.</summary>
    public required DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The moment the source's answer is true of.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How the value came to be held.</summary>
    public DataOrigin Origin => Policy.Origin;

    /// <summary>What holds for every value of this field at this source.</summary>
    public required PassportPolicy Policy { get; init; }

    /// <summary>Whether it is known when the source stored it.</summary>
    public StorageDate StorageDate =>
        StoredAt is not null ? StorageDate.Stated : IsWithheld ? StorageDate.Withheld : StorageDate.SourceDoesNotSay;

    internal bool IsWithheld { get; init; }

    internal HeldRecord? Record { get; init; }

    /// <summary>How long the value stays, as its own record tells; null when it is withheld.</summary>
    internal PassportKeeping? KeepingOn(DateOnly day) => IsWithheld || Record is not { } record ? null : PassportKeeping.Of(RetentionArithmetic.Of(
        Policy.Register, record.Kept.Of(record.Type.Fields.First(field => field.Name == Policy.Field)), new(), day));

    internal Source Source { get; init; } = null!;
}
