using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>
/// Finds a person's identities step by step: what one source tells is asked of the others, until nothing new is learnt.
/// </summary>
/// <remarks>
/// Only confirmed identities of identifying kinds are asked on; what people share points to candidates only. A slow
/// source does not hold up the others: each answer is followed at once. The person is put together anew from all
/// answers, in the sources' order, so that the same answers make the same person whichever came first.
/// </remarks>
internal sealed class IdentityWidening(KnownIdentityKinds kinds, IdentityReader reader, SourceSession session)
{
    // Enough for every identifying record of one person; a source that answers more was asked by a shared identity.
    private const int MaximumPages = 4;

    /// <summary>Widens what is given and remembered of a person over the sources.</summary>
    public async Task<PersonAssembly> WidenAsync(
        KnownRegistrant? known,
        IReadOnlyList<SubjectIdentity> given,
        IReadOnlyList<Source> sources,
        CancellationToken cancellationToken)
    {
        var order = sources.Select((source, index) => (source.Id, index)).ToDictionary();
        var asked = new HashSet<(string Source, IdentityKey Identity)>();
        var pending = new List<Task<IReadOnlyList<FoundRecord>>>();
        var answers = new List<FoundRecord>();
        var person = new PersonAssembly(kinds, known, given);
        AskOn();
        while (pending.Count > 0)
        {
            var answered = await Task.WhenAny(pending).ConfigureAwait(false);
            pending.Remove(answered);
            answers.AddRange(await answered.ConfigureAwait(false));
            var ordered = answers.OrderBy(found => order[found.Record.Source.Id]).ToList();
            person = new PersonAssembly(kinds, known, given).TakeAll(ordered);
            AskOn();
        }

        return person;

        void AskOn()
        {
            foreach (var source in sources)
            {
                var fresh = person.Confirmed.Select(one => one.Identity)
                    .Where(identity => Identifies(identity)
                        && Asking.Accepts(source, identity)
                        && asked.Add((source.Id, IdentityKey.Of(identity))))
                    .ToList();
                if (fresh.Count > 0)
                {
                    pending.Add(ReadAsync(source, fresh, IdentityReader.TellingTypes(source), cancellationToken));
                }
            }
        }
    }

    /// <summary>
    /// The persons whom the sources know under identities that people share or pass on, and whether a source says that
    /// one of these identities is used by several persons.
    /// </summary>
    public async Task<(IReadOnlyList<PersonGroup> Groups, bool SaidShared)> LocateAsync(
        IReadOnlyList<SubjectIdentity> shared, IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var asks = sources
            .Where(Asking.KnowsPersons)
            .Select(source => (Source: source, By: shared.Where(identity => Asking.Accepts(source, identity)).ToList()))
            .Where(ask => ask.By.Count > 0);
        var answers = await Task.WhenAll(asks.Select(ask =>
            ReadAsync(ask.Source, ask.By, IdentityReader.TellingTypes(ask.Source), cancellationToken))).ConfigureAwait(false);
        var found = answers.SelectMany(answer => answer).ToList();
        var saidShared = found.Exists(one => one.Record.Shared && one.Record.Identities.Any(told => shared.Any(given =>
            IdentityKey.Of(told) == IdentityKey.Of(given))));
        return (PersonGroup.Of(found, kinds), saidShared);
    }

    private bool Identifies(SubjectIdentity identity) => kinds.Of(identity.Kind).Strength == IdentityStrength.Identifying;

    private async Task<IReadOnlyList<FoundRecord>> ReadAsync(
        Source source, IReadOnlyList<SubjectIdentity> identities, IReadOnlyList<string> types, CancellationToken cancellationToken)
    {
        if (source.State != SourceState.Active)
        {
            session.Book.Miss(source);
            return [];
        }

        var records = new List<FoundRecord>();
        string? token = null;
        for (var pages = 0; pages < MaximumPages; pages++)
        {
            var page = await session.ReadAsync(source, identities, types, token, cancellationToken).ConfigureAwait(false);
            if (page is null)
            {
                break;
            }

            records.AddRange(page.Records.Select(record =>
                new FoundRecord(reader.Read(source, record), identities[record.FoundBy[0]])));
            if ((token = page.NextPageToken) is null)
            {
                break;
            }
        }

        return records;
    }
}
