using PersonalDataHub.GraphQL.DifferentialTests.Comparison;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>What a run has looked at, as the oracle sees it.</summary>
internal sealed record RunCounts(int Documents = 0, int Broken = 0, int Invalid = 0, int Refused = 0, int Executed = 0, int WithErrors = 0)
{
    public RunCounts With(Verdict verdict) => this with
    {
        Documents = Documents + 1,
        Broken = Broken + (verdict.Syntax is null ? 0 : 1),
        Invalid = Invalid + (verdict.Errors.Count == 0 ? 0 : 1),
        Refused = Refused + (verdict.Results is [{ HasData: false }, ..] ? 1 : 0),
        Executed = Executed + (verdict.Results is { } results && results.All(r => r.HasData) ? 1 : 0),
        WithErrors = WithErrors + (verdict.Results is { } some && some.Any(r => r.HasData && r.Errors.Count > 0) ? 1 : 0),
    };
}
