using System.Xml;

namespace PersonalDataHub.Hub.Connectors.Invocation;

/// <summary>A source that did not answer in time.</summary>
/// <param name="limit">The time it had.</param>
/// <param name="sourceIsLate">False when the caller was impatient: it waited for less than half of what the source is allowed.</param>
internal sealed class CallTimedOutException(TimeSpan limit, bool sourceIsLate)
    : Exception($"The source did not answer within {XmlConvert.ToString(limit)}.")
{
    public bool SourceIsLate { get; } = sourceIsLate;
}
