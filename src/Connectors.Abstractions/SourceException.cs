namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Thrown by a connector that cannot do what it was asked.</summary>
/// <param name="kind">Who can mend it.</param>
/// <param name="message">What is wrong and how to mend it; no personal data and no secret.</param>
/// <param name="innerException">The cause; its message is not shown to users and not logged.</param>
public sealed class SourceException(FailureKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Who can mend it.</summary>
    public FailureKind Kind { get; } = kind;

    /// <summary>The failure as data.</summary>
    public SourceFailure Failure => new(Kind, Message);
}
