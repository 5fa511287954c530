namespace PersonalDataHub.Hub.Audit;

/// <summary>What walking the chain found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="BrokenAt">The first place that does not fit: changed, missing, inserted or moved; null when all fit.</param>
/// <param name="Head">The end of what fits; null when nothing does.</param>
public sealed record AuditVerification(long Entries, long? BrokenAt, AuditHead? Head)
{
    public bool IsIntact => BrokenAt is null;
}
