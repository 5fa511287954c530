using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.WrongContract;

/// <summary>Sound in itself; only its manifest names a contract that the hub does not speak.</summary>
internal sealed class WrongContractConnector : IConnector
{
    public SourceDescriptor Describe() => new() { RecordTypes = [], Accepts = [new(IdentityKinds.CustomerNumber)] };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(CheckResult.Fit());

    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ReadPage { Records = [], AsOf = DateTimeOffset.UnixEpoch });
}
