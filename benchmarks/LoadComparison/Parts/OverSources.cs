using PersonalDataHub.LoadComparison.Measuring;
using PersonalDataHub.PersonView.Register;

namespace PersonalDataHub.LoadComparison.Parts;

/// <summary>Four sources asked over HTTP: our contenders with API key, identity lookup and audit, the gateways without.</summary>
internal sealed class OverSources(Processes processes, Requests requests, Answers answers, Rounds rounds)
{
    private readonly List<Contender> contenders = [];
    private SourceControl? control;
    private Contender? source;

    /// <summary>The peers that could not be had, and why.</summary>
    public string? MissingPeers { get; private set; }

    private SourceControl Control => control ?? throw new InvalidOperationException("The contenders are started first.");

    /// <summary>Starts everybody, and sees to it that all answer alike and ask every source once.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var sources = await processes.StartAsync("Sources", [], cancellationToken);
        control = new(sources.Address);
        source = new(Names.Source, sources, $"/visits/{Contender.AnyPerson}", null);
        var register = requests.NewFile("register.db");
        RegisterFile.Create(register, Requests.People);
        await AddAsync(Names.Hand, "HandWritten", "/hand", requests.HandWritten);
        await AddAsync(Names.Raw, "HandWritten", "/raw", requests.HandWritten);
        await AddAsync(Names.Engine, "Engine", "/graphql", requests.GraphQL);
        MissingPeers = await processes.InstallPeersAsync(cancellationToken);
        if (MissingPeers is null)
        {
            contenders.Add(new(Names.Mercurius, await processes.StartPeerAsync("mercurius.js", sources.Address, cancellationToken), "/graphql", requests.GraphQL));
            contenders.Add(new(Names.Hive, await processes.StartPeerAsync("hive.js", sources.Address, cancellationToken), "/graphql", requests.GraphQL));
        }

        await answers.CompareAsync(contenders, cancellationToken);
        await answers.CountAsync(contenders, control, cancellationToken);

        async Task AddAsync(string name, string project, string path, string body)
        {
            // Everybody has a file of their own: one writer is one writer.
            var own = requests.NewFile($"{name}.db");
            File.Copy(register, own);
            string[] options = [$"--sources={sources.Address}", $"--register={own}"];
            contenders.Add(new(name, await processes.StartAsync(project, options, cancellationToken), path, body));
        }
    }

    /// <summary>Throughput and CPU time, with sources that take 5 ms.</summary>
    public async Task<IReadOnlyList<Measured>> MeasureLoadAsync(CancellationToken cancellationToken)
    {
        await Control.DelayAsync(TimeSpan.Zero, cancellationToken);
        await rounds.WarmAsync([source!, .. contenders], cancellationToken);
        await Control.DelayAsync(TimeSpan.FromMilliseconds(5), cancellationToken);
        return await rounds.MeasureAsync([source!, .. contenders], [32, 256], cancellationToken);
    }

    /// <summary>What a contender adds to a single request, with sources that answer at once: the system's timer would hide it.</summary>
    public async Task<IReadOnlyList<Measured>> MeasureAddedTimeAsync(CancellationToken cancellationToken)
    {
        await Control.DelayAsync(TimeSpan.Zero, cancellationToken);
        return await rounds.MeasureAsync([source!, .. contenders], [1], cancellationToken);
    }

    /// <summary>An answer in parts, of which one waits for a slow source.</summary>
    public async Task<IReadOnlyList<Deferral>> MeasureDeferralAsync(CancellationToken cancellationToken)
    {
        await Control.DelayAsync(TimeSpan.FromMilliseconds(5), cancellationToken);
        await Control.DelayAsync("visits", TimeSpan.FromMilliseconds(300), cancellationToken);
        var engine = contenders.Single(contender => contender.Name == Names.Engine) with { BodyFile = requests.Deferring };
        var fast = source! with { Path = source.Path.Replace("visits", "profile", StringComparison.Ordinal) };
        return
        [
            await answers.TimePartsAsync(engine, "multipart/mixed", fast, source, cancellationToken),
            await answers.TimePartsAsync(engine, "text/event-stream", fast, source, cancellationToken),
        ];
    }
}
