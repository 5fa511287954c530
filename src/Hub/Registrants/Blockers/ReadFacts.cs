using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants.Blockers;

/// <summary>Asks a source for facts about a person.</summary>
internal delegate Task<SourceCall<FactsResult>> ReadFacts(Source source, FactsRequest request, CancellationToken cancellationToken);
