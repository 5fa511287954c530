namespace PersonalDataHub.GraphQL.Types.Annotations;

/// <summary>What a mutation gave: its result, or the expected failures that it declares.</summary>
internal sealed record MutationPayload(object? Result, IReadOnlyList<object>? Errors);
