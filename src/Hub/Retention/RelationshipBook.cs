using System.Collections.Concurrent;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Keeps for a moment how a relationship stands: the shares of one plan ask once, not once per source.</summary>
internal sealed class RelationshipBook(RelationshipReader reader, IdentityGraph graph, TimeProvider clock)
{
    private const int Largest = 4096;
    private static readonly TimeSpan fresh = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, Lazy<Task<RelationshipStanding>> Standing)> known = [];

    /// <summary>How the relationship of the person stands whom a source knows by these identities.</summary>
    public async Task<RelationshipStanding> OfAsync(Register register, IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
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
            : await reader.ReadAsync(register, [.. persons.Values.SelectMany(person => person.Identities).Concat(identities).Distinct()], cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>How the relationship of a registrant stands.</summary>
    public async Task<RelationshipStanding> OfAsync(Register register, KnownRegistrant person, CancellationToken cancellationToken)
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
            (_, earlier) => now - earlier.At < fresh && !earlier.Standing.Value.IsFaulted ? earlier : (now, Reading(register, person)));
        return await entry.Standing.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Lazy<Task<RelationshipStanding>> Reading(Register register, KnownRegistrant person) =>
        new(() => reader.ReadAsync(register, person.Identities, CancellationToken.None));
}
