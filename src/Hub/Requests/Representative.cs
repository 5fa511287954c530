namespace PersonalDataHub.Hub.Requests;

/// <summary>Who acts for the person.</summary>
/// <param name="Name">The representative's name.</param>
/// <param name="Capacity">As what: guardian, proxy, lawyer.</param>
/// <param name="Evidence">What shows it, such as a power of attorney and where it is filed.</param>
public sealed record Representative(string Name, string Capacity, string Evidence)
{
    /// <summary>The capacity, never the name.</summary>
    public override string ToString() => Capacity;
}
