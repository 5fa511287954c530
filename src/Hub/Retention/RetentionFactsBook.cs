using System.Collections.Concurrent;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Passports;

namespace PersonalDataHub.Hub.Retention;

/// <summary>
/// Keeps for a moment what is known of a person beside the records: how the relationship and the consents stand. The shares of
/// one plan, and the values of one answer, ask once.
/// </summary>
internal sealed class RetentionFactsBook(RelationshipReader relationships, ConsentReader consents, IdentityGraph graph, TimeProvider clock) : IRetentionFacts
{
    private const int Largest = 4096;
    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, Lazy<Task<RetentionFacts>> Facts)> known = [];

    /// <summary>What is known of the person whom a source knows by these identities.</summary>
    public async Task<RetentionFacts> OfAsync(Register register, IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var persons = new Dictionary<Guid, KnownRegistrant>();
        foreach (var identity in identities)
        {
            if (await graph.FindAsync(register.Id, identity, cancellationToken).ConfigureAwait(false) is { } person)
            {
                persons[person.Id] = person;
            }
        }

        return persons.Count == 1
            ? await OfAsync(register, persons.Values.Single(), cancellationToken).ConfigureAwait(false)
            : await ReadAsync(
                register,
                [.. persons.Values],
                [.. persons.Values.SelectMany(person => person.Identities).Concat(identities).Distinct()],
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is known of a registrant.</summary>
    public async Task<RetentionFacts> OfAsync(Register register, KnownRegistrant person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known.Count > Largest)
        {
            known.Clear();
        }

        // Not the caller's token: others of the same plan wait for the same answer.
        var entry = known.AddOrUpdate(
            person.Id,
            _ => (now, Reading(register, person)),
            (_, earlier) => now - earlier.At < fresh && !earlier.Facts.Value.IsFaulted ? earlier : (now, Reading(register, person)));
        return await entry.Facts.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Lazy<Task<RetentionFacts>> Reading(Register register, KnownRegistrant person) =>
        new(() => ReadAsync(register, [person], person.Identities, CancellationToken.None));

    private async Task<RetentionFacts> ReadAsync(
        Register register, IReadOnlyList<KnownRegistrant> persons, IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var given = consents.ReadAsync(register, persons, identities, cancellationToken);
        return new()
        {
            Relationship = await relationships.ReadAsync(register, identities, cancellationToken).ConfigureAwait(false),
            Consents = await given.ConfigureAwait(false),
        };
    }
}
