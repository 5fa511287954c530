namespace PersonalDataHub.Hub.Registrants;

/// <summary>What a download address stands for.</summary>
internal sealed record SealedMedia(string Register, string Source, string Key, string Purpose, DateTimeOffset Until);
