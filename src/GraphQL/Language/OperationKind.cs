namespace PersonalDataHub.GraphQL.Language;

/// <summary>What an operation does.</summary>
public enum OperationKind
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, then reads; its root fields run one after the other.</summary>
    Mutation,

    /// <summary>Answers with a stream of events.</summary>
    Subscription,
}
