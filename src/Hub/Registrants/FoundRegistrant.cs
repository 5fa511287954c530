using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A person who was found, and the means to read chosen records of that person.</summary>
internal sealed record FoundRegistrant(RegistrantMatch Match, SourceSession Session, IReadOnlyList<Source> Sources)
{
    /// <summary>The person.</summary>
    public KnownRegistrant Known => Match.Known;

    /// <summary>Reads the records of one type at one source; null when it did not answer.</summary>
    public async Task<IReadOnlyList<PersonalRecord>?> ReadAsync(Source source, string recordType, CancellationToken cancellationToken)
    {
        var identities = Match.IdentitiesAt(source);
        if (identities.Count == 0)
        {
            return [];
        }

        var records = new List<PersonalRecord>();
        ReadPage? page = null;
        do
        {
            page = await Session.ReadAsync(source, identities, [recordType], page?.NextPageToken, cancellationToken).ConfigureAwait(false);
            records.AddRange(page?.Records ?? []);
        }
        while (page?.NextPageToken is not null);

        return page is null ? null : records;
    }

    /// <summary>The registrant, never an identity.</summary>
    public override string ToString() => Known.ToString();
}
