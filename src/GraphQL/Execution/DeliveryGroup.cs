namespace PersonalDataHub.GraphQL.Execution;

/// <summary>A deferred fragment of one object, as the client is told of it.</summary>
internal sealed class DeliveryGroup(ResponsePath? path, string? label, DeliveryGroup? parent)
{
    public IReadOnlyList<object> Path { get; } = path?.ToList() ?? [];

    public string? Label => label;

    public DeliveryGroup? Parent => parent;

    /// <summary>What the client calls it; null until it was told.</summary>
    public string? Id { get; set; }

    /// <summary>Whether it is still to be completed.</summary>
    public bool IsOpen { get; set; }

    /// <summary>How many of <see cref="Groups"/> are still executed.</summary>
    public int Running { get; set; }

    public List<DeferredGroup> Groups { get; } = [];

    public List<DeliveryGroup> Children { get; } = [];
}
