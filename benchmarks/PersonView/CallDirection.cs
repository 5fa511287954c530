using System.Text.Json.Serialization;

namespace PersonalDataHub.PersonView;

/// <summary>Who called whom.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallDirection>))]
public enum CallDirection
{
    [JsonStringEnumMemberName("INBOUND")]
    Inbound,

    [JsonStringEnumMemberName("OUTBOUND")]
    Outbound,
}
