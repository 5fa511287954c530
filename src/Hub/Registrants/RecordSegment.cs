using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>One source's records of one type: lists over several sources are segments one after another.</summary>
internal sealed record RecordSegment(Source Source, RecordType Type);
