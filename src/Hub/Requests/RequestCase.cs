namespace PersonalDataHub.Hub.Requests;

/// <summary>What a request tells of who sent it, as kept under the request's key.</summary>
/// <param name="Reference">The controller's own reference.</param>
/// <param name="Representative">Who acts for the person.</param>
internal sealed record RequestCase(string? Reference, Representative? Representative)
{
    /// <summary>Nothing of it: it names people.</summary>
    public override string ToString() => nameof(RequestCase);
}
