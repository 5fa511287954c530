using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>How an experiment's hubs and sources are set up.</summary>
internal sealed record WorldSettings
{
    public required ExperimentSettings Experiment { get; init; }

    /// <summary>How many people every source holds.</summary>
    public required int Persons { get; init; }

    /// <summary>Settings of every hub beside those that keep failures short, by their full names.</summary>
    public IReadOnlyDictionary<string, string> Hub { get; init; } = new Dictionary<string, string>();

    /// <summary>Further environment variables of every hub.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether no source is given idempotency keys.</summary>
    public bool WithoutKeys { get; init; }

    /// <summary>Whether PostgreSQL writes to the disk what it tells as stored; tests that count nothing do without.</summary>
    public bool Durable { get; init; }

    /// <summary>How long a call may take.</summary>
    public string SourceTimeout { get; init; } = "PT10S";

    /// <summary>When a source is left alone, as its file says it.</summary>
    public string Breaker { get; init; } = "{ failureRatio: 1, minimumThroughput: 1000, breakDuration: PT1S }";

    /// <summary>Where the first hub keeps its data; a folder of the experiment's own unless given.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>How long hubs hold a task without renewing.</summary>
    public static TimeSpan Lease { get; } = new FulfillmentOptions().Lease;

    /// <summary>Settings under which failures take an experiment no longer than they must.</summary>
    public static IReadOnlyDictionary<string, string> Hurry { get; } = new Dictionary<string, string>
    {
        ["Hub:Fulfillment:FirstBackoff"] = "00:00:00.1",
        ["Hub:Fulfillment:LongestBackoff"] = "00:00:01",
        ["Hub:Fulfillment:Heartbeat"] = "00:00:01",
        ["Hub:Fulfillment:ReadBackRounds"] = "2",
    };
}
