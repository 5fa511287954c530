using System.Buffers.Text;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>After which record the next page begins: its type and key.</summary>
internal sealed record PageToken(string RecordType, IReadOnlyList<string> Key)
{
    private const string Version = "1";
    private const char Separator = '\u001f';

    /// <exception cref="SourceException">The text is not a token of this version.</exception>
    public static PageToken Parse(string text)
    {
        if (text.Length is > 0 and <= 4096 && Base64Url.IsValid(text))
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
            if (parts is [Version, var type, _, ..])
            {
                return new(type, parts[2..]);
            }
        }

        throw Invalid();
    }

    public static SourceException Invalid() =>
        new(FailureKind.System, "The page token is not one that this source gave for these record types.");

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, [Version, RecordType, .. Key])));
}
