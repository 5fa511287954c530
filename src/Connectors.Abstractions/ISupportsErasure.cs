namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Erases records or fields at the source (GDPR Art. 17).</summary>
/// <remarks>
/// What was erased is not read any more: where a row has to stay and a column must hold something, the text put there is
/// no value, and <see cref="IConnector.ReadAsync"/> leaves it out. What was made anonymous stays without anything that leads
/// to the person, under a key that tells nothing: no identity finds it any more. A pseudonym that can be undone is not enough.
/// </remarks>
public interface ISupportsErasure
{
    /// <summary>Says what the source would do with each target, without doing it.</summary>
    Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken);

    /// <summary>Erases. What is already gone counts as done. Safe to repeat with the same task key.</summary>
    Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken);
}
