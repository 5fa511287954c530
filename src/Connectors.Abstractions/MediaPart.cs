namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>A part of a recording or document.</summary>
/// <param name="Bytes">The bytes; fewer than asked only at the end.</param>
/// <param name="TotalLength">The length of the whole, in bytes.</param>
/// <param name="ContentType">The media type of the whole.</param>
public sealed record MediaPart(ReadOnlyMemory<byte> Bytes, long TotalLength, string ContentType);
