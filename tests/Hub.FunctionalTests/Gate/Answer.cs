using System.Net;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>What came back over HTTP.</summary>
public sealed record Answer(HttpStatusCode Status, string Body)
{
    /// <summary>The code of the only error.</summary>
    public string? Code => Json.Items("errors").ShouldHaveSingleItem().Text("extensions.code");

    /// <summary>The data of an answer without errors.</summary>
    public JsonElement Data
    {
        get
        {
            Json.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
            return Json.GetProperty("data");
        }
    }

    /// <summary>True when nothing of a person came back.</summary>
    public bool HoldsNoData => !Json.TryGetProperty("data", out var data) || data.ValueKind == JsonValueKind.Null
        || data.EnumerateObject().All(property => property.Value.ValueKind == JsonValueKind.Null);

    private JsonElement Json => JsonElement.Parse(Body);
}
