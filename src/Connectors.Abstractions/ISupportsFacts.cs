namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Tells facts about a person from which retention and erasure blockers are computed.</summary>
public interface ISupportsFacts
{
    /// <summary>Tells the facts asked for; a fact that does not hold is answered as not holding, never left out.</summary>
    Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken);
}
