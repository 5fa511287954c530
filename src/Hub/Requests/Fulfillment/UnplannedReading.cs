using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Reads a source that was not reached while planning, by all that the sources tell of the person by now.</summary>
internal sealed class UnplannedReading(RegistrantFileReader files, KnownIdentityKinds kinds, FulfillmentOptions options)
{
    /// <summary>The source's file; not reached while a source that may tell another identity is still missing.</summary>
    public async Task<SourceFile> ReadAsync(
        ConnectorCatalog catalog, Source source, TaskWork work, CancellationToken cancellationToken)
    {
        // What a correction names is named; nobody needs to be asked what else there is.
        if (work.Request.Kind != DataSubjectRequestKind.Rectification
            && await WholeAsync(catalog, catalog.FindRegister(source.Register)!, work.Request.RegistrantId, cancellationToken) is { } whole)
        {
            var file = whole.Sources.Single(one => one.Source.Id == source.Id);
            return file.Reached && file.Records.Count == 0 && UntoldIdentities.ReasonOf(whole, file, kinds) is { } reason
                ? NotReached(file, reason)
                : file;
        }

        var own = await files.ReadSourceAsync(source, work.Identities, options.ReadBackTimeout, cancellationToken);
        return work.Identities.Count > 0 ? own : NotReached(own, "No source tells by what it knows the person.");
    }

    private static SourceFile NotReached(SourceFile file, string reason) =>
        file with { Status = ReadingStatus.Failed, Failure = new(FailureKind.Transient, reason) };

    private async Task<RegistrantFile?> WholeAsync(
        ConnectorCatalog catalog, Register register, Guid registrant, CancellationToken cancellationToken)
    {
        try
        {
            return await files.ReadAsync(catalog, register, new RegistrantKey.ById(registrant), options.ReadBackTimeout, cancellationToken);
        }
        catch (RegistrantQueryException)
        {
            return null;
        }
    }
}
