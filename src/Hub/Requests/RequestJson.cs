using System.Text.Json.Serialization;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>How plans and what is asked are stored.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(RequestContent))]
[JsonSerializable(typeof(RequestCase))]
[JsonSerializable(typeof(FingerprintedRequest))]
[JsonSerializable(typeof(FieldValue))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<Bulk.SkippedRegistrant>))]
[JsonSerializable(typeof(IReadOnlyList<SubjectIdentity>))]
internal sealed partial class RequestJson : JsonSerializerContext;
