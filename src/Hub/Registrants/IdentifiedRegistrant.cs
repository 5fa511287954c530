using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Whom the sources and the hub's memory make of a key.</summary>
/// <param name="Session">What the sources were asked in; to be read on with.</param>
/// <param name="Telling">The sources that were needed to find out who it is.</param>
/// <param name="Finder">Finds who may be the same.</param>
/// <param name="Match">Who it is; null when nobody is found, or several are.</param>
/// <param name="Several">The persons who have what was given, when several have.</param>
internal sealed record IdentifiedRegistrant(
    SourceSession Session,
    IReadOnlyList<Source> Telling,
    CandidateFinder Finder,
    RegistrantMatch? Match,
    IReadOnlyList<Candidate> Several)
{
    /// <summary>False when a source needed to find out who it is did not answer.</summary>
    public bool Conclusive => !Telling.Any(Session.Book.IsMissing);
}
