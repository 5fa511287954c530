using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Finds out who is asked for: the first half of every reading of a person.</summary>
internal sealed class RegistrantIdentification(
    SourceInvoker invoker, IdentityGraph graph, KnownIdentityKinds kinds, RecordSeal seal, TimeProvider time)
{
    /// <summary>The sources of a register in its precedence.</summary>
    public static IReadOnlyList<Source> SourcesOf(ConnectorCatalog catalog, Register register) =>
        [.. catalog.SourcesOf(register.Id)
            .OrderBy(source => register.RankOf(source.Id))
            .ThenBy(source => source.Id == register.PrimarySource ? 0 : 1)];

    /// <summary>Asks the sources who it is, and remembers what they tell.</summary>
    /// <param name="register">The register.</param>
    /// <param name="key">By what the person is asked for.</param>
    /// <param name="sources">The register's sources.</param>
    /// <param name="tellingOf">Which sources are asked who it is, given the identities known from the start.</param>
    /// <param name="waitAtMost">The time for this and the reading after it.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RegistrantQueryException">The key is malformed.</exception>
    public async Task<IdentifiedRegistrant> FindAsync(
        Register register,
        RegistrantKey key,
        IReadOnlyList<Source> sources,
        Func<IReadOnlyList<SubjectIdentity>, IReadOnlyList<Source>> tellingOf,
        TimeSpan waitAtMost,
        CancellationToken cancellationToken)
    {
        var session = new SourceSession(invoker, new ReadingBook(sources), time, waitAtMost);

        // What is not known after half the time is not waited for: the rest of the time is for reading the others.
        var asking = new SourceSession(invoker, session.Book, time, waitAtMost / 2);
        var widening = new IdentityWidening(kinds, new IdentityReader(kinds, register.Pack.Web), asking);
        var start = await new SearchStart(graph, kinds, widening).FromAsync(register, key, sources, cancellationToken)
            .ConfigureAwait(false);
        var telling = tellingOf(start.Known?.Identities ?? start.Given);
        var finder = new CandidateFinder(graph, kinds, widening, session, seal, register.Id);
        if (start.Several.Count > 0)
        {
            return new(session, telling, finder, null, finder.Among(start.Several));
        }

        var person = await widening.WidenAsync(start.Known, start.Given, telling, cancellationToken).ConfigureAwait(false);
        if (!person.Found && start.Known is null && !await HeldAnywhereAsync(person, sources, asking, cancellationToken).ConfigureAwait(false))
        {
            return new(session, telling, finder, null, []);
        }

        var known = await graph.RememberAsync(
            register.Id,
            [.. person.Confirmed.Select(one => one.Identity)],
            person.Links,
            cancellationToken).ConfigureAwait(false);
        return new(session, telling, finder, new(known, person.Within(known), kinds), []);
    }

    // A visitor id without a link to a customer names no person, yet whoever gives it may see its visits (Art. 11(2)).
    private static async Task<bool> HeldAnywhereAsync(
        PersonAssembly person, IReadOnlyList<Source> sources, SourceSession session, CancellationToken cancellationToken)
    {
        var asks = sources
            .Where(source => source is { State: SourceState.Active, Descriptor: not null })
            .Select(source => (Source: source, By: person.Confirmed.Select(one => one.Identity).Where(identity => Asking.Accepts(source, identity)).ToList()))
            .Where(ask => ask.By.Count > 0 && !session.Book.IsMissing(ask.Source));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = asks.Select(ask => session.ReadAsync(
            ask.Source, ask.By, [.. ask.Source.Descriptor!.RecordTypes.Select(type => type.Name)], null, enough.Token)).ToList();
        try
        {
            await foreach (var page in Task.WhenEach(reading).ConfigureAwait(false))
            {
                // One that holds something is enough: nobody waits for the slowest to learn that somebody is there.
                if (await page.ConfigureAwait(false) is { Records.Count: > 0 })
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            await enough.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
