namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A legal hold, in force or not. Names nobody: the reason is sealed under the row's own key.</summary>
internal sealed class LegalHoldRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    /// <summary>Null for everybody's data.</summary>
    public Guid? RegistrantId { get; init; }

    /// <summary>Ids, divided by spaces.</summary>
    public required string Categories { get; init; }

    /// <summary>Record types or fields, divided by spaces.</summary>
    public required string Fields { get; init; }

    public required byte[] Wrapped { get; init; }

    public required byte[] Reason { get; init; }

    public required string SetBy { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public required DateOnly ReviewOn { get; init; }

    public required string Purpose { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }

    public string? LiftedBy { get; set; }
}
