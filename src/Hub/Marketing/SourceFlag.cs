using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>A permission or prohibition as a source keeps it.</summary>
internal sealed record SourceFlag
{
    /// <summary>The record type that keeps permissions, whatever the source.</summary>
    public const string RecordTypeName = "marketingPermission";

    /// <summary>Its field that says yes or no.</summary>
    public const string AllowedField = "allowed";

    public required Source Source { get; init; }

    /// <summary>What names the field that says yes or no.</summary>
    public required RecordTarget Target { get; init; }

    public required bool Allowed { get; init; }

    /// <summary>The id of the channel; null for all of them.</summary>
    public string? Channel { get; init; }

    /// <summary>The ids of the purposes that it is about.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>When the person decided; the earliest moment when the source does not say.</summary>
    public required DateTimeOffset At { get; init; }

    public string? Intake { get; init; }

    /// <summary>The same as decisions, one per purpose.</summary>
    public IEnumerable<PermissionEvent> Events() => Purposes.Select(purpose => new PermissionEvent
    {
        Use = PermissionUse.Processing,
        Purpose = purpose,
        Channel = Channel,
        Decision = Allowed ? PermissionDecision.Given : PermissionDecision.Refused,
        At = At,
        Intake = Intake,
        Source = Source.Id,
    });

    /// <summary>Whether it says something of a purpose and channel.</summary>
    public bool IsAbout(string purpose, string? channel) => Purposes.Contains(purpose) && (channel is null || Channel is null || Channel == channel);

    /// <summary>The source, never the record.</summary>
    public override string ToString() => Source.ToString();
}
