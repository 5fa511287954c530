using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema adds to a candidate.</summary>
[ObjectType<Candidate>]
public static class CandidateFields
{
    /// <summary>Names the candidate for confirming or separating; opaque and stable.</summary>
    [ID]
    public static string GetId([Parent] Candidate candidate) => candidate.Id;

    /// <summary>The source that knows the candidate.</summary>
    public static SourceNode GetSource([Parent] Candidate candidate) => new(candidate.Source);
}
