using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Which requests are wanted, in the order of their due dates.</summary>
public sealed record RequestListing
{
    /// <summary>The most requests of a page.</summary>
    public const int MaximumPage = 100;

    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>Only those about this person, also when the data is erased; null for everybody's.</summary>
    public RegistrantKey? Of { get; init; }

    /// <summary>Only those that stand so; none for all.</summary>
    public IReadOnlyList<RequestStatus> Statuses { get; init; } = [];

    /// <summary>Only those of this bulk erasure; null for all.</summary>
    public Guid? Bulk { get; init; }

    /// <summary>How many: 1 to 100, default 20.</summary>
    public int First { get; init; } = 20;

    /// <summary>The <see cref="RequestPage.EndCursor"/> of the page before; null for the first.</summary>
    public string? After { get; init; }
}
