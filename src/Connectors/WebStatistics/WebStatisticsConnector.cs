using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.WebStatistics;

/// <summary>Reads numbers about many visitors of a web site; it knows no single one.</summary>
public sealed class WebStatisticsConnector(SourceSettings source) : IConnector, ISupportsStatistics
{
    private readonly WebStatisticsSettings settings = WebStatisticsSettings.Read(source, []);

    /// <inheritdoc/>
    public SourceDescriptor Describe() => new()
    {
        RecordTypes = [],
        Accepts = [],
        AggregateOnly = true,
        Abilities = [new() { Ability = Ability.Statistics, Mode = AbilityMode.Native }],
        Freshness = settings.Freshness,
    };

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                var (counts, _) = Open(DateOnly.MinValue, DateOnly.MaxValue, cancellationToken);
                return counts.Malformed == 0 ? CheckResult.Fit() : CheckResult.Fit($"{counts.Malformed} lines of the exports could not be read.");
            }
            catch (SourceException failure)
            {
                return CheckResult.Unfit(failure.Kind, failure.Message);
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SourceException">Always: nothing here is about a person.</exception>
    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => throw new SourceException(
        FailureKind.System, "The source holds numbers about many people only; nobody can be looked up in it.");

    /// <inheritdoc/>
    public Task<StatisticsResult> ReadStatisticsAsync(StatisticsRequest request, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var (counts, asOf) = Open(request.From, request.To, cancellationToken);
            return new StatisticsResult(
                [
                    .. counts.Protected(settings.SmallestNumber)
                        .OrderBy(row => Measures.All.TakeWhile(measure => measure != row.Measure).Count())
                        .ThenBy(row => row.Value == SmallNumbers.Other)
                        .ThenByDescending(row => row.Count)
                        .ThenBy(row => row.Value, StringComparer.Ordinal)
                        .Select(row => new StatisticsRow(
                            row.Measure, row is { Measure: Measures.Visitors, Value: "" } ? null : row.Value, row.Count)),
                ],
                settings.SmallestNumber,
                asOf);
        },
        cancellationToken);

    private (DayCounts Counts, DateTimeOffset AsOf) Open(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        try
        {
            return new ExportReader(settings).Read(from, to, cancellationToken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new SourceException(
                FailureKind.Configuration, $"The files in '{settings.Folder}' may not be read by the account that the hub runs as.", denied);
        }
        catch (IOException broken)
        {
            throw new SourceException(FailureKind.Transient, $"A file in '{settings.Folder}' could not be read just now.", broken);
        }
    }
}
