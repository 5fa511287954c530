namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Hands out recordings and documents by byte range.</summary>
public interface ISupportsMedia
{
    /// <summary>Reads a part of what a <see cref="MediaValue"/> refers to.</summary>
    Task<MediaPart> ReadMediaAsync(MediaRequest request, CancellationToken cancellationToken);
}
