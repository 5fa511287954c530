using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;

namespace PersonalDataHub.Connectors.Crm;

/// <summary>Reads and changes a customer relationship database, on SQLite or PostgreSQL.</summary>
public sealed class CrmConnector(SourceSettings settings, TimeProvider time)
    : IConnector, ISupportsFacts, ISupportsRectification, ISupportsRestriction, ISupportsErasure, IDisposable
{
    private readonly SqlSource source = new(settings, CrmMeaning.Value, time);

    /// <inheritdoc/>
    public SourceDescriptor Describe() => source.Describe();

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        source.CheckAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        source.ReadAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken) =>
        source.ReadFactsAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken) =>
        source.RectifyAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) =>
        source.RestrictAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        source.PreviewErasureAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        source.EraseAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();
}
