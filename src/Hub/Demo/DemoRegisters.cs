using PersonalDataHub.DemoSources;
using PersonalDataHub.DemoSources.SocialCare;
using PersonalDataHub.DemoSources.SoleTrader;
using PersonalDataHub.DemoSources.Studio;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.DemoSources.Wellbeing;

namespace PersonalDataHub.Hub.Demo;

/// <summary>The registers that have demo sources, and what makes these.</summary>
internal static class DemoRegisters
{
    /// <summary>Makes a register's folder where it is not there yet.</summary>
    public delegate Task<bool> Maker(string directory, DemoOptions options, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>By the register's id, which is the name of its folder too.</summary>
    public static IReadOnlyDictionary<string, Maker> All { get; } = new Dictionary<string, Maker>(StringComparer.Ordinal)
    {
        ["telecom"] = static (directory, options, now, cancellationToken) => TelecomDemo.CreateAsync(
            new TelecomDemoOptions { Directory = directory, People = options.People, Seed = options.Seed, Now = now }, cancellationToken),
        ["wellbeing"] = Small(WellbeingDemo.CreateAsync),
        ["studio"] = Small(StudioDemo.CreateAsync),
        ["social-care"] = Small(SocialCareDemo.CreateAsync),
        ["sole-trader"] = Small(SoleTraderDemo.CreateAsync),
    };

    private static Maker Small(Func<DemoSourceOptions, CancellationToken, Task<bool>> create) =>
        (directory, options, now, cancellationToken) => create(
            new DemoSourceOptions { Directory = directory, Seed = options.Seed, Now = now }, cancellationToken);
}
