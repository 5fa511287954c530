namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>What an experiment is run with.</summary>
/// <param name="Seed">Gives the same requests and the same choice of faults again.</param>
public sealed record ExperimentSettings(int Seed)
{
    /// <summary>How much is done.</summary>
    public ExperimentSize Size { get; init; } = ExperimentSize.Ci;

    /// <summary>Whether the protection is off and its invariant has to break.</summary>
    public bool Control { get; init; }

    /// <summary>How many hubs run side by side; more than one needs PostgreSQL.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>What the hubs keep their state in.</summary>
    public DatabaseKind Database { get; init; } = DatabaseKind.Sqlite;
}
