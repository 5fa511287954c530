using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Blockers;
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
    /// <param name="day">The day: the law in force on it counts.</param>
    /// <param name="facts">What is known of the person beside the record; null for nothing.</param>
    internal PassportKeeping? KeepingOn(DateOnly day, RetentionFacts? facts = null) => IsWithheld || Record is not { } record ? null : PassportKeeping.Of(
        RetentionArithmetic.Of(Policy.Register, record.Kept.Of(FieldOf(record)), facts ?? new(), day));

    /// <summary>How things stand with the person; null where nothing of it is selected.</summary>
    internal async Task<PersonStanding?> StandingAsync() => Record?.Standing is { } standing ? await standing.ConfigureAwait(false) : null;

    /// <summary>How the erasure blockers stand that can keep the value.</summary>
    internal async Task<IReadOnlyList<ErasureBlocker>> BlockersAsync() =>
        Record is { } record && await StandingAsync().ConfigureAwait(false) is { } standing ? standing.Of(record, FieldOf(record)) : [];

    private RecordField FieldOf(HeldRecord record) => record.Type.Fields.First(field => field.Name == Policy.Field);

    internal Source Source { get; init; } = null!;
}
