using System.Text.Json;
using System.Text.Json.Serialization;

namespace PersonalDataHub.PersonView;

/// <summary>Generated readers and writers of everything that travels.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(IReadOnlyList<Invoice>))]
[JsonSerializable(typeof(IReadOnlyList<Call>))]
[JsonSerializable(typeof(IReadOnlyList<Visit>))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(ViewRequest))]
public sealed partial class ViewJson : JsonSerializerContext;
