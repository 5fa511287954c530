using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Reads back what a source holds of a person.</summary>
internal interface ISourceReader
{
    /// <summary>All records of the given types, all pages, unmasked. A failure is answered, not thrown.</summary>
    Task<SourceHolding> ReadAsync(
        Source source, IReadOnlyList<SubjectIdentity> identities, TimeSpan waitAtMost, CancellationToken cancellationToken);
}
