namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Restricts the processing of records at the source, and lifts the restriction (GDPR Art. 18).</summary>
/// <remarks>A restricted record is still read, with <see cref="PersonalRecord.Restricted"/>: the hub decides who may see it.</remarks>
public interface ISupportsRestriction
{
    /// <summary>Sets or lifts the restriction. Safe to repeat with the same task key.</summary>
    Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken);
}
