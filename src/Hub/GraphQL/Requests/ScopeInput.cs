using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What of a person's data a request is about: exactly one of these.</summary>
[OneOf]
public sealed record ScopeInput
{
    /// <summary>Everything: give <c>true</c>.</summary>
    public bool? All { get; init; }

    /// <summary>Single values, by <c>ref</c>.</summary>
    [ID]
    public IReadOnlyList<string>? Refs { get; init; }

    /// <summary>Single records, by <c>id</c>.</summary>
    [ID]
    public IReadOnlyList<string>? Records { get; init; }

    /// <summary>Data categories of the register.</summary>
    [ID]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>What is held for these purposes of the register and for no other.</summary>
    [ID]
    public IReadOnlyList<string>? Purposes { get; init; }

    internal Scope ToScope() => this switch
    {
        { All: true } => new Scope.All(),
        { Refs: { } refs } => new Scope.Fields(refs),
        { Records: { } records } => new Scope.Records(records),
        { Categories: { } categories } => new Scope.Categories(categories),
        { Purposes: { } purposes } => new Scope.Purposes(purposes),
        _ => throw new GraphQLException("A scope is all: true, refs, records, categories or purposes.", "MALFORMED_SCOPE"),
    };
}
