using PersonalDataHub.Connectors.Abstractions;
using YamlDotNet.RepresentationModel;

namespace PersonalDataHub.TestConnectors.ConflictingDependency;

/// <summary>Uses its own YamlDotNet and says at a check which version that is.</summary>
internal sealed class ConflictingDependencyConnector : IConnector
{
    public SourceDescriptor Describe() => new() { RecordTypes = [], Accepts = [new(IdentityKinds.CustomerNumber)] };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader("works: yes"));
        return Task.FromResult(CheckResult.Fit(typeof(YamlStream).Assembly.GetName().Version!.ToString()));
    }

    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ReadPage { Records = [], AsOf = DateTimeOffset.UnixEpoch });
}
