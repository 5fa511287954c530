namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Fields of one object that are executed apart from the rest of it.</summary>
internal sealed class DeferredGroup(PlannedGroup planned, object? parent, ResponsePath? path, Deliveries deliveries)
{
    public PlannedGroup Planned => planned;

    public object? Parent => parent;

    public ResponsePath? ParentPath => path;

    public IReadOnlyList<object> Path { get; } = path?.ToList() ?? [];

    public Deliveries Deliveries => deliveries;

    /// <summary>The fragments that want it.</summary>
    public IReadOnlyList<DeliveryGroup> Fragments { get; } = [.. planned.Usages.Select(deliveries.Find)];

    public ResponsePart Part { get; } = new();

    /// <summary>What it gives, once it was started.</summary>
    public Task<Strand>? Running { get; set; }

    /// <summary>Whether somebody waits for it.</summary>
    public bool IsAwaited { get; set; }
}
