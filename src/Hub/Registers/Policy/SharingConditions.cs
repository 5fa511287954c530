namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What the notice demands of whoever gets data from outside: a recipient without it is a mistake of the pack.</summary>
public sealed record SharingConditions
{
    /// <summary>A purpose.</summary>
    public bool Purpose { get; init; }

    /// <summary>A technical interface that data goes through.</summary>
    public bool Interface { get; init; }

    /// <summary>The exact fields.</summary>
    public bool Fields { get; init; }

    /// <summary>The task.</summary>
    public bool Task { get; init; }

    /// <summary>A contract.</summary>
    public bool Agreement { get; init; }

    /// <summary>Ids of the categories that go to outsiders only where law provides it, whatever other ground there is.</summary>
    public IReadOnlyList<string> LawOnly { get; init; } = [];

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
