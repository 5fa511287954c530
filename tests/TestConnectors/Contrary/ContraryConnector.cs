using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Contrary;

/// <summary>Declares a record type that another connector declares too, with a field of another kind. Holds nobody.</summary>
internal sealed class ContraryConnector(TimeProvider clock) : IConnector
{
    public SourceDescriptor Describe() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = "contact",
                PluralName = "contacts",
                Description = "A contact.",
                Category = "contact",
                Origin = DataOrigin.Provided,
                Fields = [new() { Name = "number", Kind = FieldKind.Integer, Description = "Number." }],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber)],
    };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(CheckResult.Fit());

    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ReadPage { Records = [], AsOf = clock.GetUtcNow() });
}
