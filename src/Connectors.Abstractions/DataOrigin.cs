namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>How data came to be held; decides what portability covers (GDPR Art. 20(1)).</summary>
public enum DataOrigin
{
    /// <summary>The person gave it.</summary>
    Provided,

    /// <summary>It arose from the person's use of a service: calls, visits, invoices.</summary>
    Observed,

    /// <summary>Somebody concluded it: segments, scores, notes.</summary>
    Inferred,
}
