using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>What a download address stands for.</summary>
/// <param name="Register">The register's id.</param>
/// <param name="Source">The source's id.</param>
/// <param name="Key">The media value's key at the source.</param>
/// <param name="Purpose">The purpose it was asked for.</param>
/// <param name="Until">The moment until which it is good.</param>
/// <param name="Registrant">Whose data it is.</param>
/// <param name="Target">The field that refers to it.</param>
internal sealed record SealedMedia(
    string Register, string Source, string Key, string Purpose, DateTimeOffset Until, Guid Registrant, RecordTarget Target);
