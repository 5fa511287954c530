using System.Buffers.Text;
using System.Text;

namespace PersonalDataHub.GraphQL.Types.Relay;

/// <summary>Text in a form that clients hand back as it is, fit for addresses.</summary>
internal static class OpaqueText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>The text inside; null for anything that <see cref="Write"/> would not have written.</summary>
    public static string? Read(string opaque)
    {
        try
        {
            var text = Strict.GetString(Base64Url.DecodeFromChars(opaque));
            return Write(text) == opaque ? text : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
