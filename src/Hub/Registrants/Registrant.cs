using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>The unified view of one person in one register.</summary>
public sealed record Registrant
{
    /// <summary>The hub's own random id; says nothing of the person.</summary>
    public required Guid Id { get; init; }

    internal string Register { get; init; } = null!;

    /// <summary>By what the person is known, and how the hub learnt it.</summary>
    public required IReadOnlyList<KnownIdentity> Identities { get; init; }

    /// <summary>What a person has decided is not this registrant's.</summary>
    public required IReadOnlyList<KnownSeparation> Separations { get; init; }

    /// <summary>What of the data is restricted, oldest first; the values are withheld unless the purpose may use them.</summary>
    public required IReadOnlyList<Restriction> Restrictions { get; init; }

    /// <summary>What sources say of the person, compared.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The lists of records that were asked for.</summary>
    internal IReadOnlyDictionary<RecordSelection, RecordList> Lists { get; init; } = new Dictionary<RecordSelection, RecordList>();

    /// <summary>The lists that may come later, while they are being read.</summary>
    internal IReadOnlyDictionary<RecordSelection, Task<RecordList>> Later { get; init; } = new Dictionary<RecordSelection, Task<RecordList>>();
}
