namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>What a source can do beyond being read.</summary>
public enum Ability
{
    /// <summary>Correct values (GDPR Art. 16): <see cref="ISupportsRectification"/>.</summary>
    Rectification,

    /// <summary>Restrict processing (GDPR Art. 18): <see cref="ISupportsRestriction"/>.</summary>
    Restriction,

    /// <summary>Erase (GDPR Art. 17): <see cref="ISupportsErasure"/>.</summary>
    Erasure,

    /// <summary>Hand out recordings and documents: <see cref="ISupportsMedia"/>.</summary>
    Media,

    /// <summary>Tell facts: <see cref="ISupportsFacts"/>.</summary>
    Facts,

    /// <summary>List whom it holds: <see cref="ISupportsPopulation"/>.</summary>
    Population,

    /// <summary>Tell numbers about many people: <see cref="ISupportsStatistics"/>.</summary>
    Statistics,

    /// <summary>
    /// Make records anonymous instead of erasing them: <see cref="ISupportsErasure"/>, told by
    /// <see cref="ErasureRequest.Anonymised"/>.
    /// </summary>
    Anonymisation,
}
