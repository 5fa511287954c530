using System.Text;
using PersonalDataHub.Hub.Registers.Notices.Reading;

namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>Reads a privacy notice, Finnish or English, as plain text, Markdown or HTML.</summary>
internal static class NoticeReader
{
    private const long LargestFile = 4 * 1024 * 1024;

    /// <summary>The notice in a file; its format follows from the file's ending, or from what it begins with.</summary>
    /// <exception cref="NoticeUnreadableException">It cannot be read as text; says why.</exception>
    public static NoticeDocument Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new NoticeUnreadableException("does not exist; give the path of a notice as .txt, .md or .html.");
            }

            if (file.Length > LargestFile)
            {
                throw new NoticeUnreadableException("is larger than 4 MiB, which no notice is; give the text of the notice alone.");
            }

            return Parse(Decode(File.ReadAllBytes(path)), FormatOf(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NoticeUnreadableException($"cannot be read ({exception.GetType().Name}).");
        }
    }

    /// <param name="text">The whole text.</param>
    /// <param name="format">How it is written; null to go by what it begins with.</param>
    public static NoticeDocument Parse(string text, NoticeFormat? format)
    {
        var whole = text.ReplaceLineEndings("\n").Replace('\u00A0', ' ').Replace("\u00AD", string.Empty, StringComparison.Ordinal);
        return NoticeStructure.Build((format ?? Guess(whole)) switch
        {
            NoticeFormat.Html => HtmlLines.Read(whole),
            NoticeFormat.Markdown => MarkdownLines.Read(whole.Split('\n')),
            _ => PlainTextLines.Read(whole.Split('\n')),
        });
    }

    private static NoticeFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" or ".XHTML" => NoticeFormat.Html,
        ".MD" or ".MARKDOWN" => NoticeFormat.Markdown,
        ".TXT" => NoticeFormat.PlainText,
        _ => null,
    };

    private static NoticeFormat Guess(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<") ? NoticeFormat.Html
            : start.StartsWith("#") || text.Contains("\n## ", StringComparison.Ordinal) ? NoticeFormat.Markdown
            : NoticeFormat.PlainText;
    }

    // Old notices are often Latin-1; a file that is no UTF-8 is read as that.
    private static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0) && bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
        {
            throw new NoticeUnreadableException("is not text; save the notice as .txt, .md or .html first.");
        }

        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
