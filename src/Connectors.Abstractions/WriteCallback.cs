namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Where a source may say that pending work is done: <c>POST</c> to the address, with the token as bearer token.</summary>
/// <param name="Address">The address; it holds the task's id and nothing of the person.</param>
/// <param name="Token">Good for this task only; to be kept like a password. The body of the call is not read.</param>
public sealed record WriteCallback(Uri Address, string Token)
{
    /// <summary>The address, never the token.</summary>
    public override string ToString() => Address.ToString();
}
