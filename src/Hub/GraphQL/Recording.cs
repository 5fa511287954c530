using PersonalDataHub.GraphQL.Authorization;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>A recording or document that is fetched apart.</summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Length">Bytes; null when the source cannot say.</param>
/// <param name="Address">
/// Where to fetch it, by byte range if wanted, with the caller's own key: good for ten minutes and for this purpose.
/// </param>
[Authorize(Policies.Person)]
public sealed record Recording(string ContentType, long? Length, string Address);
