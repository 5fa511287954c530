namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Whether a source is fit to be used.</summary>
public sealed record CheckResult
{
    /// <summary>What is wrong; null when the source is fit.</summary>
    public SourceFailure? Failure { get; init; }

    /// <summary>Remarks for the operator, such as the version found or how many lines were skipped; no personal data.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The source is fit.</summary>
    public static CheckResult Fit(params IReadOnlyList<string> remarks) => new() { Remarks = remarks };

    /// <summary>The source is not fit, for this reason.</summary>
    public static CheckResult Unfit(FailureKind kind, string message) => new() { Failure = new(kind, message) };
}
