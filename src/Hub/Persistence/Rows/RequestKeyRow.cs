namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A request's data key, wrapped. A table of its own: deleting the row makes what the request keeps unreadable.</summary>
internal sealed class RequestKeyRow
{
    public required long RequestKey { get; init; }

    public required byte[] Wrapped { get; set; }
}
