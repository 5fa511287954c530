using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>One source's records of one type: lists over several sources are segments one after another.</summary>
internal sealed record RecordSegment(Source Source, RecordType Type)
{
    /// <summary>What tells segments of one register apart.</summary>
    public (string Source, string Type) Key => (Source.Id, Type.Name);
}
