namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>What makes repeated calls one effect: the same id always means the same work.</summary>
/// <param name="TaskId">The fulfilment task's id; an idempotency key for the source.</param>
/// <param name="Fence">Grows with every attempt; a source that has seen a higher number refuses a lower one.</param>
public sealed record TaskKey(Guid TaskId, long Fence);
