using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Reads, once for one answer and within its time, how things stand with the person; only what is selected.</summary>
internal sealed class StandingReader(BlockerReader blockers, IEnumerable<IRetentionFacts> facts, TimeProvider clock)
{
    private const string TooLate = "The time for the answer was over before it was known.";

    /// <summary>Null where neither is selected.</summary>
    /// <param name="register">The register.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="view">What the purpose may see.</param>
    /// <param name="match">The person.</param>
    /// <param name="sources">The register's sources.</param>
    /// <param name="session">The answer's own calls: its time, and which sources did not answer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    public async Task<PersonStanding?> ReadAsync(
        Register register,
        RegistrantQuery query,
        PurposeView view,
        RegistrantMatch match,
        IReadOnlyList<Source> sources,
        SourceSession session,
        CancellationToken cancellationToken)
    {
        if (!query.Keeping && !query.Blockers)
        {
            return null;
        }

        var left = session.Left;
        var known = query.Keeping && Counts(register) ? FactsAsync(register, match.Known, left, cancellationToken) : Task.FromResult(new RetentionFacts());
        var standing = query.Blockers ? BlockersAsync(register, match, sources, session, left, cancellationToken) : Task.FromResult<IReadOnlyList<ErasureBlocker>>([]);
        return new(
            register,
            view,
            [.. sources.SelectMany(source => source.Descriptor?.RecordTypes ?? [])],
            await known.ConfigureAwait(false),
            await standing.ConfigureAwait(false),
            clock.Today());
    }

    // Where all periods run from dates of the records themselves nobody needs to be asked.
    private static bool Counts(Register register) =>
        register.Pack.Retention.Any(rule => rule.Trigger is RetentionTrigger.RelationshipEnd or RetentionTrigger.BasisEnd);

    private async Task<RetentionFacts> FactsAsync(Register register, KnownRegistrant person, TimeSpan left, CancellationToken cancellationToken)
    {
        try
        {
            return await facts.Single().OfAsync(register, person, cancellationToken).WaitAsync(left, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new() { Relationship = new(RelationshipStatus.NotKnown, null, [TooLate]) };
        }
    }

    private async Task<IReadOnlyList<ErasureBlocker>> BlockersAsync(
        Register register,
        RegistrantMatch match,
        IReadOnlyList<Source> sources,
        SourceSession session,
        TimeSpan left,
        CancellationToken cancellationToken)
    {
        try
        {
            return await blockers.ReadAsync(register.Pack.Blockers, sources, At, cancellationToken).WaitAsync(left, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var silent = await blockers.ReadAsync(register.Pack.Blockers, sources, _ => null, cancellationToken).ConfigureAwait(false);
            return [.. silent.Select(blocker => blocker.State == BlockerState.NotKnown ? blocker with { NotKnownBecause = TooLate } : blocker)];
        }

        // A source that is known by nothing knows nobody only if nobody who may tell was silent.
        IReadOnlyList<SubjectIdentity>? At(Source source) => match.IdentitiesAt(source) is { Count: > 0 } by ? by
            : sources.Any(other => (other.State != SourceState.Active || session.Book.IsMissing(other))
                && Asking.MayTell(other, source, match.Known.Identities, match.Kinds)) ? null
            : [];
    }
}
