namespace PersonalDataHub.Hub.Requests;

/// <summary>A decision as its client sent it.</summary>
/// <param name="Operation">What is decided, such as <c>completeTask</c>.</param>
/// <param name="ClientRequestKey">Chosen by the client: the same decision under the same key counts once. Null for none; 1 to 200 characters, no personal data.</param>
/// <param name="Said">All that makes it this decision and no other.</param>
internal sealed record Decision(string Operation, string? ClientRequestKey, IReadOnlyList<string?> Said)
{
    /// <summary>The operation, never what was said.</summary>
    public override string ToString() => Operation;
}
