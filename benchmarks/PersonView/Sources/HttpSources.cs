using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PersonalDataHub.PersonView.Sources;

/// <summary>Sources asked over HTTP, their JSON read by generated readers.</summary>
public sealed class HttpSources(SourceBytes bytes, SourceAddresses addresses) : IPersonSources
{
    public Task<Profile> ProfileAsync(string customer, CancellationToken cancellationToken) =>
        ReadAsync(addresses.Profile, customer, ViewJson.Default.Profile, cancellationToken);

    public Task<IReadOnlyList<Invoice>> InvoicesAsync(string customer, CancellationToken cancellationToken) =>
        ReadAsync(addresses.Invoices, customer, ViewJson.Default.IReadOnlyListInvoice, cancellationToken);

    public Task<IReadOnlyList<Call>> CallsAsync(string customer, CancellationToken cancellationToken) =>
        ReadAsync(addresses.Calls, customer, ViewJson.Default.IReadOnlyListCall, cancellationToken);

    public Task<IReadOnlyList<Visit>> VisitsAsync(string customer, CancellationToken cancellationToken) =>
        ReadAsync(addresses.Visits, customer, ViewJson.Default.IReadOnlyListVisit, cancellationToken);

    private async Task<T> ReadAsync<T>(Uri source, string customer, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize(await bytes.ReadAsync(source, customer, cancellationToken), type)
        ?? throw new InvalidDataException("A source answered null.");
}
