using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Asks a source what an erasure would do.</summary>
internal delegate Task<SourceCall<WriteResult>> PreviewErasure(Source source, ErasureRequest request, CancellationToken cancellationToken);
