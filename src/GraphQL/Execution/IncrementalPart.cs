namespace PersonalDataHub.GraphQL.Execution;

/// <summary>What a response in parts says beside its data.</summary>
/// <param name="Pending">Deferred fragments that the client may wait for from now on.</param>
/// <param name="Data">Deferred data, each with the fragment it belongs to.</param>
/// <param name="Completed">Fragments of which nothing more comes, with the error where they failed as a whole.</param>
/// <param name="HasNext">Whether another part follows.</param>
internal sealed record IncrementalPart(
    IReadOnlyList<IncrementalPart.PendingFragment> Pending,
    IReadOnlyList<IncrementalPart.DeferredData> Data,
    IReadOnlyList<IncrementalPart.CompletedFragment> Completed,
    bool HasNext)
{
    /// <param name="Path">The object it belongs to.</param>
    internal sealed record PendingFragment(string Id, IReadOnlyList<object> Path, string? Label);

    /// <param name="SubPath">Where below the path of the fragment; empty for there.</param>
    internal sealed record DeferredData(string Id, IReadOnlyList<object> SubPath, Strand Data, IReadOnlyList<GraphQLError> Errors);

    internal sealed record CompletedFragment(string Id, GraphQLError? Error);
}
