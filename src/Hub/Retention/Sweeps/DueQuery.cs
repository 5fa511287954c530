using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>What a source is asked to list: who may be due by a fact.</summary>
/// <param name="Source">The source.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Before">The moment before which it lies.</param>
/// <param name="Earliest">Whether one moment before it is enough.</param>
internal sealed record DueQuery(Source Source, string Fact, DateTimeOffset Before, bool Earliest);
