using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema adds to a reading.</summary>
[ObjectType<SourceReading>]
public static class SourceReadingFields
{
    /// <summary>The source.</summary>
    public static SourceNode GetSource([Parent] SourceReading reading) => new(reading.Source);
}
