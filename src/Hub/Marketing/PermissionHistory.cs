namespace PersonalDataHub.Hub.Marketing;

/// <summary>What one person has decided, in the order of time: what held at any past moment stays answerable.</summary>
/// <remarks>A decision without a channel is about every channel. Of two about the same the later holds; of two at one moment the one recorded last.</remarks>
internal sealed class PermissionHistory(IEnumerable<PermissionEvent> events)
{
    private readonly List<PermissionEvent> ordered = [.. events.OrderBy(one => one.At)];

    /// <summary>Nothing decided.</summary>
    public static PermissionHistory Empty { get; } = new([]);

    /// <summary>Every decision, oldest first.</summary>
    public IReadOnlyList<PermissionEvent> All => ordered;

    /// <summary>The decision that held at a moment; null when the person had said nothing of it.</summary>
    /// <param name="use">Own use or disclosure.</param>
    /// <param name="purpose">The id of the purpose.</param>
    /// <param name="channel">The channel's id; null asks for what is decided of the purpose as a whole.</param>
    /// <param name="at">The moment.</param>
    public PermissionEvent? Latest(PermissionUse use, string purpose, string? channel, DateTimeOffset at) => ordered.LastOrDefault(
        one => one.Use == use && one.Purpose == purpose && one.At <= at && (one.Channel is null || one.Channel == channel));

    /// <summary>Whether the person had forbidden it, or taken permission back, at a moment.</summary>
    public bool IsForbidden(PermissionUse use, string purpose, string? channel, DateTimeOffset at) =>
        Latest(use, purpose, channel, at) is { Decision: PermissionDecision.Refused or PermissionDecision.Withdrawn };

    /// <summary>Whether the person's permission stood at a moment.</summary>
    public bool IsGiven(PermissionUse use, string purpose, string? channel, DateTimeOffset at) =>
        Latest(use, purpose, channel, at) is { Decision: PermissionDecision.Given };

    /// <summary>The same with further decisions, such as those that sources keep.</summary>
    public PermissionHistory With(IEnumerable<PermissionEvent> further) => new(further.Concat(ordered));
}
