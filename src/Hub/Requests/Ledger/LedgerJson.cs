using System.Text.Json.Serialization;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>How receipts are written into the ledger.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErasureReceipt))]
internal sealed partial class LedgerJson : JsonSerializerContext;
