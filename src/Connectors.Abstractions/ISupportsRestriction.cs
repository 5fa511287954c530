namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Restricts the processing of records at the source, and lifts the restriction (GDPR Art. 18).</summary>
public interface ISupportsRestriction
{
    /// <summary>Sets or lifts the restriction. Safe to repeat with the same task key.</summary>
    Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken);
}
