namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A keyed hash of an identity that a request was about: finds a person's requests after the erasure too.</summary>
internal sealed class RequestSubjectRow
{
    public long Key { get; init; }

    public required long RequestKey { get; init; }

    public required string Register { get; init; }

    public required byte[] Blind { get; init; }
}
