using System.Text.Json.Serialization;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>How sweeps are written into the database.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<SweepLine>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SweepJson : JsonSerializerContext;
