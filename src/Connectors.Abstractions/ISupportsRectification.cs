namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Corrects values at the source (GDPR Art. 16).</summary>
public interface ISupportsRectification
{
    /// <summary>
    /// Writes the new values where the source still holds the expected ones; a value that already equals the new one
    /// counts as done. Safe to repeat with the same task key.
    /// </summary>
    Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken);
}
