using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Makes and reads the addresses under which recordings and documents are fetched.</summary>
/// <remarks>
/// An address says nothing by itself, is good for ten minutes and works only together with a key of somebody who may see
/// the register: it is no permission of its own.
/// </remarks>
public sealed class DownloadAddresses
{
    /// <summary>The path that all addresses begin with.</summary>
    public const string Path = "/media";

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);
    private readonly RecordSeal seal;
    private readonly TimeProvider time;

    internal DownloadAddresses(RecordSeal seal, TimeProvider time) => (this.seal, this.time) = (seal, time);

    /// <summary>The address of what a media value in a field of a record refers to.</summary>
    public string For(HeldRecord record, string field, MediaValue media, string purpose)
    {
        var sealedMedia = seal.Media(new(
            record.Source.Register, record.Source.Id, media.Key, purpose, time.GetUtcNow() + GoodFor, record.Registrant, record.Target(field)));
        return $"{Path}/{sealedMedia}";
    }

    /// <summary>What an address stands for; null when it is none of this hub's or its time is over.</summary>
    internal SealedMedia? Open(string token) =>
        seal.OpenMedia(token) is { } media && media.Until >= time.GetUtcNow() ? media : null;
}
