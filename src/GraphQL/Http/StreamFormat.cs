namespace PersonalDataHub.GraphQL.Http;

/// <summary>How several results stand in one response: what is written before, between and after them.</summary>
/// <param name="ContentType">The media type of the response.</param>
/// <param name="Opening">Before the first result.</param>
/// <param name="Before">Before each result.</param>
/// <param name="After">After each result; readers take a result only when they see it.</param>
/// <param name="End">After the last result. A response that is cut off lacks it.</param>
/// <param name="KeepAlive">What readers skip; empty where the format has no such thing.</param>
internal sealed record StreamFormat(
    string ContentType,
    ReadOnlyMemory<byte> Opening,
    ReadOnlyMemory<byte> Before,
    ReadOnlyMemory<byte> After,
    ReadOnlyMemory<byte> End,
    ReadOnlyMemory<byte> KeepAlive)
{
    /// <summary>Server-Sent Events in the distinct connections mode of the graphql-sse protocol.</summary>
    /// <remarks>Some browsers hold the headers back until a first byte comes, so it opens with a comment.</remarks>
    public static StreamFormat Events { get; } = new(
        ResponseMediaType.Events + "; charset=utf-8",
        ":\n\n"u8.ToArray(),
        "event: next\ndata: "u8.ToArray(),
        "\n\n"u8.ToArray(),
        "event: complete\ndata:\n\n"u8.ToArray(),
        ":\n\n"u8.ToArray());

    /// <summary>Incremental delivery over HTTP. The boundary follows each part at once, as that is where readers know that the part is whole.</summary>
    public static StreamFormat Multipart { get; } = new(
        ResponseMediaType.Multipart + "; boundary=\"-\"",
        "\r\n---"u8.ToArray(),
        "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8.ToArray(),
        "\r\n---"u8.ToArray(),
        "--\r\n"u8.ToArray(),
        default);
}
