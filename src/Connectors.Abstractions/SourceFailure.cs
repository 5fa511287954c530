namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Why a source did not answer.</summary>
/// <param name="Kind">Who can mend it.</param>
/// <param name="Message">What is wrong and how to mend it; no personal data and no secret.</param>
public sealed record SourceFailure(FailureKind Kind, string Message);
