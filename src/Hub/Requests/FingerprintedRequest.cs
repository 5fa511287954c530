namespace PersonalDataHub.Hub.Requests;

/// <summary>Everything that makes a request the same as another, in the order in which it is hashed.</summary>
internal sealed record FingerprintedRequest(
    string Register,
    string?[] Registrant,
    DateTimeOffset ReceivedAt,
    Channel Channel,
    string? Reference,
    Representative? Representative,
    string Purpose,
    RequestContent Content)
{
    /// <summary>Nothing of it: it names people.</summary>
    public override string ToString() => nameof(FingerprintedRequest);
}
