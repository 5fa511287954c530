using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Throughput;

/// <summary>What erasing the data of many people took.</summary>
internal sealed record Measured
{
    public required DatabaseKind Database { get; init; }

    public required int Nodes { get; init; }

    /// <summary>How many requests were accepted: read, planned and stored.</summary>
    public required int Requests { get; init; }

    /// <summary>From the first request to the answer to the last.</summary>
    public required TimeSpan Accepting { get; init; }

    /// <summary>How many tasks came to their end: done at the source and read back.</summary>
    public required int Tasks { get; init; }

    /// <summary>From the first request to the end of the last task.</summary>
    public required TimeSpan Finishing { get; init; }

    /// <summary>Tasks that did not come to their end; 0 is right.</summary>
    public required int Unfinished { get; init; }
}
