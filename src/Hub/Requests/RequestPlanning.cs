using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Reads what the sources hold of a person and plans what is asked.</summary>
internal sealed class RequestPlanning(
    RegistrantFileReader files, BlockerReader facts, PlanBuilder planner, RequestSubjects subjects, KnownIdentityKinds kinds)
{
    /// <summary>How long a source is waited for when a plan is made anew.</summary>
    public static TimeSpan DefaultWait { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads and plans.</summary>
    /// <param name="catalog">The sources.</param>
    /// <param name="register">The register.</param>
    /// <param name="key">Whose data.</param>
    /// <param name="content">What is asked.</param>
    /// <param name="waitAtMost">How long sources are waited for.</param>
    /// <param name="onlySource">The id of the only source that it is about; null for all.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">Nobody is found, or it cannot be done as asked; every reason.</exception>
    public Task<PlannedRequest> PlanAsync(
        ConnectorCatalog catalog,
        Register register,
        RegistrantKey key,
        RequestContent content,
        TimeSpan waitAtMost,
        string? onlySource,
        CancellationToken cancellationToken) =>
        PlanAsync(
            catalog,
            register,
            key,
            content,
            waitAtMost,
            file => onlySource is null ? file : file with { Sources = [.. file.Sources.Where(one => one.Source.Id == onlySource)] },
            cancellationToken);

    /// <summary>Reads, and plans within what is made of it.</summary>
    /// <exception cref="RequestException">Nobody is found, or it cannot be done as asked; every reason.</exception>
    public async Task<PlannedRequest> PlanAsync(
        ConnectorCatalog catalog,
        Register register,
        RegistrantKey key,
        RequestContent content,
        TimeSpan waitAtMost,
        Func<RegistrantFile, RegistrantFile> within,
        CancellationToken cancellationToken)
    {
        var file = await ReadAsync(catalog, register, key, waitAtMost, cancellationToken).ConfigureAwait(false)
            ?? throw await NobodyAsync(catalog, register, key, cancellationToken).ConfigureAwait(false);

        // Of the whole file: what a plan leaves out may still tell what stands in its way. Once for all sources.
        var blockers = content is ErasureContent
            ? await facts.ReadAsync(register.Pack.Blockers, [.. file.Sources.Select(one => one.Source)], source => IdentitiesAt(file, source), cancellationToken).ConfigureAwait(false)
            : [];
        file = within(file);
        try
        {
            return new(file.Registrant, await planner.BuildAsync(register, file, content, blockers, cancellationToken).ConfigureAwait(false));
        }
        catch (RequestException refused) when (refused.Mistakes is [{ Code: RequestMistakes.NothingHeld }])
        {
            var erasure = await subjects.ErasedByAsync(register.Id, subjects.BlindsOf(file.Registrant.Identities), cancellationToken)
                .ConfigureAwait(false);
            throw erasure is { } by ? Erased(by) : refused;
        }
    }

    private IReadOnlyList<SubjectIdentity>? IdentitiesAt(RegistrantFile file, Source source)
    {
        var own = file.Sources.First(one => one.Source.Id == source.Id);
        return own.Identities.Count == 0 && UntoldIdentities.ReasonOf(file, own, kinds) is not null ? null : own.Identities;
    }

    private async Task<RegistrantFile?> ReadAsync(
        ConnectorCatalog catalog, Register register, RegistrantKey key, TimeSpan waitAtMost, CancellationToken cancellationToken)
    {
        try
        {
            return await files.ReadAsync(catalog, register, key, waitAtMost, cancellationToken).ConfigureAwait(false);
        }
        catch (RegistrantQueryException refused)
        {
            throw new RequestException(
                refused.Code == "NOT_IDENTIFIED" ? RequestMistakes.NotIdentified : RequestMistakes.Malformed, refused.Message);
        }
    }

    private async Task<RequestException> NobodyAsync(
        ConnectorCatalog catalog, Register register, RegistrantKey key, CancellationToken cancellationToken)
    {
        var given = key is RegistrantKey.ById ? [] : subjects.BlindsOf([GivenIdentity.Of(register, key, [.. catalog.SourcesOf(register.Id)], kinds)]);
        return await subjects.ErasedByAsync(register.Id, given, cancellationToken).ConfigureAwait(false) is { } by
            ? Erased(by)
            : new RequestException(
                RequestMistakes.UnknownRegistrant,
                "No source knows exactly one such person; search first, and name the person by customer id or registrant id.");
    }

    private static RequestException Erased(Guid by) => new(
        [new(RequestMistakes.AlreadyErased, "What is asked for was erased already; see the request named here.", by.ToString())]);
}
