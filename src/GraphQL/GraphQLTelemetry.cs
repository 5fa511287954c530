namespace PersonalDataHub.GraphQL;

/// <summary>What monitoring listens to.</summary>
public static class GraphQLTelemetry
{
    /// <summary>The name of the activity source and of the meter. Their spans and metrics hold the kind, name and hash of an operation,
    /// times and error codes, never a document, a variable or a value.</summary>
    public const string Name = "PersonalDataHub.GraphQL";
}
