using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants.Files;

/// <summary>
/// Reads a person's whole file, unmasked and whatever the purpose: for fulfilling the person's rights, never for showing.
/// </summary>
internal sealed class RegistrantFileReader(
    RegistrantIdentification identification, SourceInvoker invoker, KnownIdentityKinds kinds, TimeProvider time)
{
    /// <summary>Reads everything that every source of the register holds; null when nobody is found, or several are.</summary>
    /// <remarks>
    /// A source that fails in passing, as a busy one does, is asked once more if time is left: what is not in the file is not
    /// in the plan that somebody approves, and its share would have to be approved again.
    /// </remarks>
    /// <exception cref="RegistrantQueryException">
    /// The key is malformed, or nobody was found while a source that could tell did not answer.
    /// </exception>
    public async Task<RegistrantFile?> ReadAsync(
        ConnectorCatalog catalog, Register register, RegistrantKey key, TimeSpan waitAtMost, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var file = await ReadOnceAsync(catalog, register, key, waitAtMost, cancellationToken).ConfigureAwait(false);
        var left = waitAtMost - time.GetElapsedTime(started);
        if (file is null || left <= TimeSpan.Zero || file.Sources.Where(FailedInPassing).ToList() is not { Count: > 0 } failed)
        {
            return file;
        }

        // Who may tell by what the others know the person is asked before them.
        if (failed.Exists(source => Asking.KnowsPersons(source.Source)))
        {
            return await ReadOnceAsync(catalog, register, key, left, cancellationToken).ConfigureAwait(false) ?? file;
        }

        var again = await Task.WhenAll(failed.Select(source => ReadSourceAsync(source.Source, source.Identities, left, cancellationToken))).ConfigureAwait(false);
        var read = again.ToDictionary(source => source.Source.Id, StringComparer.Ordinal);
        return file with { Sources = [.. file.Sources.Select(source => read.GetValueOrDefault(source.Source.Id, source))] };
    }

    private static bool FailedInPassing(SourceFile file) =>
        file is { Reached: false, Identities.Count: > 0, Source.State: SourceState.Active, Failure.Kind: FailureKind.Transient };

    private async Task<RegistrantFile?> ReadOnceAsync(
        ConnectorCatalog catalog, Register register, RegistrantKey key, TimeSpan waitAtMost, CancellationToken cancellationToken)
    {
        var sources = RegistrantIdentification.SourcesOf(catalog, register);
        var telling = sources.Where(Asking.KnowsPersons).ToList();
        var found = await identification.FindAsync(register, key, sources, _ => telling, waitAtMost, cancellationToken).ConfigureAwait(false);
        if (found.Match is not { } match)
        {
            return found.Conclusive || found.Several.Count > 0 ? null : throw new RegistrantQueryException(
                "NOT_IDENTIFIED",
                $"Nobody was found, but these sources, which may know the person, did not answer: {Missing(found)}. Try again when they do.");
        }

        var reading = Task.WhenAll(sources.Select(source =>
            ReadAsync(found.Session, source, IdentitiesFor(source, match), cancellationToken)));
        var candidates = found.Finder.BesideAsync(match.Person, match.Known, sources, cancellationToken);
        await Task.WhenAll(reading, candidates).ConfigureAwait(false);

        var readings = found.Session.Book.Readings().ToDictionary(reading => reading.Source.Id);
        return new(
            match.Known,
            [.. (await reading.ConfigureAwait(false)).Select(file => WithStatus(file, readings[file.Source.Id]))],
            await candidates.ConfigureAwait(false));
    }

    /// <summary>Reads everything that one source holds under these identities; those it does not accept are not sent.</summary>
    public async Task<SourceFile> ReadSourceAsync(
        Source source, IReadOnlyList<SubjectIdentity> identities, TimeSpan waitAtMost, CancellationToken cancellationToken)
    {
        var session = new SourceSession(invoker, new ReadingBook([source]), time, waitAtMost);
        var file = await ReadAsync(session, source, Asking.IdentitiesFor(source, identities, kinds), cancellationToken).ConfigureAwait(false);
        return WithStatus(file, session.Book.Readings()[0]);
    }

    private static IReadOnlyList<SubjectIdentity> IdentitiesFor(Source source, RegistrantMatch match) =>
        source.Descriptor is null ? match.Known.Identities : match.IdentitiesAt(source);

    private static async Task<SourceFile> ReadAsync(
        SourceSession session, Source source, IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var records = new List<PersonalRecord>();
        var file = new SourceFile { Source = source, Identities = identities, Records = records, Status = ReadingStatus.NotAsked };
        if (source.State != SourceState.Active || source.Descriptor is not { } descriptor)
        {
            session.Book.Miss(source);
            return file;
        }

        if (identities.Count == 0 || session.Book.TimedOut(source))
        {
            return file;
        }

        IReadOnlyList<string> types = [.. descriptor.RecordTypes.Select(type => type.Name)];
        ReadPage? page = null;
        do
        {
            page = await session.ReadAsync(source, identities, types, page?.NextPageToken, cancellationToken).ConfigureAwait(false);
            records.AddRange(page?.Records ?? []);
        }
        while (page?.NextPageToken is not null);

        return file;
    }

    // The book also counts records of others that were read while finding out who may be the same person.
    private static SourceFile WithStatus(SourceFile file, SourceReading reading) => file with
    {
        Status = !reading.Complete ? reading.Status
            : file.Identities.Count == 0 ? ReadingStatus.NotAsked
            : file.Records.Count > 0 ? ReadingStatus.Answered
            : ReadingStatus.NothingFound,
        Failure = reading.Failure,
        AsOf = reading.AsOf,
    };

    private static string Missing(IdentifiedRegistrant found) =>
        string.Join(", ", found.Telling.Where(found.Session.Book.IsMissing).Select(source => source.Id).Order(StringComparer.Ordinal));
}
