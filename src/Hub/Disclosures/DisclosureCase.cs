using System.Text.Json.Serialization;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>What people write about a disclosure: kept sealed, as names stand in it.</summary>
internal sealed record DisclosureCase(
    string? Task, string? Requester, string? LegalGround, string? Successor, string? Safeguard, string? Necessity);

[JsonSerializable(typeof(DisclosureCase))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class DisclosureJson : JsonSerializerContext;
