namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Makes one configured source readable: describe it, check it, read one person's records from it.</summary>
/// <remarks>
/// One instance serves one source and is called concurrently. The constructor takes the source's
/// <see cref="SourceSettings"/>, a <see cref="TimeProvider"/> and the plugin's own services; it opens nothing.
/// Failures are reported by throwing <see cref="SourceException"/> with the failure's kind; the hub turns any other
/// exception into <see cref="FailureKind.System"/>. Messages never carry personal data.
/// What else a source can do is said by implementing <see cref="ISupportsRectification"/>,
/// <see cref="ISupportsRestriction"/>, <see cref="ISupportsErasure"/>, <see cref="ISupportsMedia"/>,
/// <see cref="ISupportsFacts"/>, <see cref="ISupportsPopulation"/> and <see cref="ISupportsStatistics"/>.
/// </remarks>
public interface IConnector
{
    /// <summary>Says what the source holds and how it behaves, from its settings alone: no input or output.</summary>
    SourceDescriptor Describe();

    /// <summary>Finds out whether the source can be reached and has the expected shape, without reading a person's data.</summary>
    Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken);

    /// <summary>Reads one page of the records that the source holds of one person.</summary>
    Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken);
}
