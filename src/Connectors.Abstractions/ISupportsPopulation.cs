namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Lists whom the source holds, in pages, so that retention sweeps need not know everyone beforehand.</summary>
public interface ISupportsPopulation
{
    /// <summary>Lists customer numbers, optionally only of those whose named fact lies before a date.</summary>
    Task<PopulationPage> ReadPopulationAsync(PopulationRequest request, CancellationToken cancellationToken);
}
