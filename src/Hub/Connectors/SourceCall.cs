using System.Diagnostics.CodeAnalysis;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>What came of calling a source.</summary>
/// <typeparam name="T">The result of the operation.</typeparam>
public sealed record SourceCall<T>
    where T : class
{
    /// <summary>How it ended.</summary>
    public required CallStatus Status { get; init; }

    /// <summary>The result; null unless the source answered.</summary>
    public T? Value { get; init; }

    /// <summary>Why there is no result; null when the source answered.</summary>
    public SourceFailure? Failure { get; init; }

    /// <summary>How long the caller waited.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>True when there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Answered => Status == CallStatus.Answered;

    /// <summary>Status and duration, never the result.</summary>
    public override string ToString() => $"{Status} after {Duration.TotalMilliseconds:F0} ms";
}
