using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>A value to correct, as it was when somebody looked at it.</summary>
public sealed record TargetInput
{
    /// <summary>The value's <c>ref</c>.</summary>
    [ID]
    public required string Ref { get; init; }

    /// <summary>Its <c>tag</c> then; nothing starts when the source holds something else by now.</summary>
    public required string ExpectedTag { get; init; }
}
