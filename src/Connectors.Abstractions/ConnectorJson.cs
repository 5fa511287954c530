using System.Text.Json.Serialization;

namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>
/// How the contract's requests and results travel as JSON, so that a connector can run in a process of its own.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SourceSettings))]
[JsonSerializable(typeof(SourceDescriptor))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(ReadPage))]
[JsonSerializable(typeof(RectificationRequest))]
[JsonSerializable(typeof(RestrictionRequest))]
[JsonSerializable(typeof(ErasureRequest))]
[JsonSerializable(typeof(PendingWorkRequest))]
[JsonSerializable(typeof(WriteResult))]
[JsonSerializable(typeof(MediaRequest))]
[JsonSerializable(typeof(MediaPart))]
[JsonSerializable(typeof(FactsRequest))]
[JsonSerializable(typeof(FactsResult))]
[JsonSerializable(typeof(PopulationRequest))]
[JsonSerializable(typeof(PopulationPage))]
[JsonSerializable(typeof(StatisticsRequest))]
[JsonSerializable(typeof(StatisticsResult))]
public sealed partial class ConnectorJson : JsonSerializerContext;
