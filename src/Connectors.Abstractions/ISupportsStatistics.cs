namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Tells numbers about many people, none about a single one.</summary>
public interface ISupportsStatistics
{
    /// <summary>Tells the numbers of a span of days; small ones are put together so that they point at nobody.</summary>
    Task<StatisticsResult> ReadStatisticsAsync(StatisticsRequest request, CancellationToken cancellationToken);
}
