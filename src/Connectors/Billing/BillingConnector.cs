using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;

namespace PersonalDataHub.Connectors.Billing;

/// <summary>Reads a billing database, on SQLite or PostgreSQL.</summary>
public sealed class BillingConnector(SourceSettings settings, TimeProvider time) : IConnector, ISupportsFacts, IDisposable
{
    private readonly SqlSource source = new(settings, BillingMeaning.For(settings), time);

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
    public void Dispose() => source.Dispose();
}
