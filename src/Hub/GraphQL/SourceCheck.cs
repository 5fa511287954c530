using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What came of checking a source.</summary>
/// <param name="Fit">Whether it is fit to be used.</param>
/// <param name="Failure">What is wrong.</param>
/// <param name="Remarks">What the source has to say of itself.</param>
/// <param name="Duration">How long the check took.</param>
[Authorize(Policies.Caller)]
public sealed record SourceCheck(bool Fit, SourceFailure? Failure, IReadOnlyList<string> Remarks, TimeSpan Duration);
