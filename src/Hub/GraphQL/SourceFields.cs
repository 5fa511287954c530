using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>The source of a reading.</summary>
[ObjectType<SourceReading>]
public static class SourceReadingSource
{
    /// <summary>The source.</summary>
    public static SourceNode GetSource([Parent] SourceReading reading) => new(reading.Source);
}

/// <summary>The source of a value.</summary>
[ObjectType<HeldText>]
public static class HeldTextSource
{
    /// <summary>The source that holds it.</summary>
    public static SourceNode GetSource([Parent] HeldText held) => new(held.Source);
}

/// <summary>The source in a passport.</summary>
[ObjectType<Passport>]
public static class PassportSource
{
    /// <summary>The source that holds the value.</summary>
    public static SourceNode GetSource([Parent] Passport passport) => new(passport.Source);
}

/// <summary>The source of a candidate.</summary>
[ObjectType<Candidate>]
public static class CandidateSource
{
    /// <summary>The source that knows the candidate.</summary>
    public static SourceNode GetSource([Parent] Candidate candidate) => new(candidate.Source);
}
