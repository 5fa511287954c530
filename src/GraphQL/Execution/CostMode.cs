namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What a client wants to know about the cost of its operation.</summary>
internal enum CostMode
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>The cost beside the data.</summary>
    Report,

    /// <summary>The cost alone; the operation is not run.</summary>
    Validate,
}
