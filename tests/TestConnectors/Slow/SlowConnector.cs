using System.Xml;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Slow;

/// <summary>Answers an empty page after <c>delay</c>.</summary>
/// <remarks>
/// <c>mode</c>: <c>polite</c> (default) waits by the hub's clock and obeys cancellation; <c>deaf</c> ignores cancellation and
/// ends only when the file <c>release</c> in the base directory exists; <c>blocking</c> does the same on the calling thread,
/// and <c>describe</c> does it already when describing.
/// </remarks>
internal sealed class SlowConnector(SourceSettings settings, TimeProvider clock) : IConnector
{
    public SourceDescriptor Describe()
    {
        if (Setting("mode") == "describe")
        {
            SpinWait.SpinUntil(Released);
        }

        return Described();
    }

    private static SourceDescriptor Described() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = "note",
                PluralName = "notes",
                Description = "A note.",
                Category = "contact",
                Origin = DataOrigin.Inferred,
                Fields = [new() { Name = "text", Kind = FieldKind.Text, Description = "What was noted." }],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber), new(IdentityKinds.CustomerNumber, "crm")],
    };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(CheckResult.Fit());

    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        File.AppendAllText(Path.Combine(settings.BaseDirectory, "calls"), "x");
        switch (Setting("mode"))
        {
            case "deaf":
                while (!Released())
                {
                    await Task.Delay(5, CancellationToken.None);
                }

                break;
            case "blocking":
                SpinWait.SpinUntil(Released);
                break;
            default:
                await Task.Delay(XmlConvert.ToTimeSpan(Setting("delay") ?? "PT1S"), clock, cancellationToken);
                break;
        }

        return new() { Records = [], AsOf = clock.GetUtcNow() };
    }

    private bool Released() => File.Exists(Path.Combine(settings.BaseDirectory, "release"));

    private string? Setting(string key) => settings.Settings.Entries.GetValueOrDefault(key) is SettingsText text ? text.Value : null;
}
