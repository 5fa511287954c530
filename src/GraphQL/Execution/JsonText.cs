using System.Text.Encodings.Web;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>How text is written into JSON: letters and signs as they are. Responses say <c>nosniff</c>, so no browser reads them as HTML.</summary>
internal static class JsonText
{
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
}
