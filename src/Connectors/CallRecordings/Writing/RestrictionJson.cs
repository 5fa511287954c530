using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalDataHub.Connectors.CallRecordings.Writing;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RestrictionEntry))]
internal sealed partial class RestrictionJson : JsonSerializerContext;
