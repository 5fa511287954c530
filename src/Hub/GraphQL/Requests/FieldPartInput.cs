namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>One part of a composite value.</summary>
public sealed record FieldPartInput
{
    /// <summary>The part's name, such as <c>postCode</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its text.</summary>
    public required string Value { get; init; }
}
