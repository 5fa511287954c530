using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>How text is written into JSON: letters of all languages as they are, HTML characters escaped.</summary>
internal static class JsonText
{
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);
}
