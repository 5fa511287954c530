using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention;

/// <summary>Finds the person whom a key names, and what sources hold of that person.</summary>
internal sealed class PersonFinding(RegistrantFileReader files, IdentityGraph graph, RetentionOptions options)
{
    /// <summary>The registrant's id.</summary>
    /// <exception cref="RequestException">Nobody is found.</exception>
    public async Task<Guid> IdOfAsync(ConnectorCatalog catalog, Register register, RegistrantKey key, CancellationToken cancellationToken)
    {
        // Who is known already needs no source: a hold can be set while one is down.
        if (key is RegistrantKey.ById byId && await graph.FindAsync(register.Id, byId.Id, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known.Id;
        }

        return (await FileOfAsync(catalog, register, key, cancellationToken).ConfigureAwait(false)).Registrant.Id;
    }

    /// <summary>Everything that sources hold.</summary>
    /// <exception cref="RequestException">Nobody is found.</exception>
    public async Task<RegistrantFile> FileOfAsync(ConnectorCatalog catalog, Register register, RegistrantKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await files.ReadAsync(catalog, register, key, options.WaitAtMost, cancellationToken).ConfigureAwait(false)
                ?? throw new RequestException(RequestMistakes.UnknownRegistrant, "The register knows nobody by this key, or several people.");
        }
        catch (RegistrantQueryException refused)
        {
            throw new RequestException(
                refused.Code == "NOT_IDENTIFIED" ? RequestMistakes.NotIdentified : RequestMistakes.Malformed, refused.Message);
        }
    }

    /// <summary>All ids that are one person's.</summary>
    public async Task<IReadOnlyList<Guid>> IdsOfAsync(Register register, SourceFile file, CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>();
        foreach (var identity in file.Identities)
        {
            if (await graph.FindAsync(register.Id, identity, cancellationToken).ConfigureAwait(false) is { } person)
            {
                ids.UnionWith(person.Ids.Append(person.Id));
            }
        }

        return [.. ids];
    }
}
