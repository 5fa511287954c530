using System.Text;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>The encodings that messages name.</summary>
internal static class Charsets
{
    /// <summary>The encoding of this name; where it is missing or unknown, Latin-1, which loses no byte.</summary>
    public static Encoding Of(string? name)
    {
        if (name is null)
        {
            return Encoding.UTF8;
        }

        try
        {
            // A language may follow the name (RFC 2231, 5).
            var charset = name.Split('*')[0].Trim();
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1;
        }
    }
}
