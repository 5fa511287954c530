using System.Globalization;

namespace PersonalDataHub.DemoSources.WebLogs;

/// <summary>One line in nginx's combined format with the visitor cookie behind it.</summary>
internal static class LogLine
{
    public static string Of(DemoVisitor visitor, PageView page) =>
        Of(visitor.Address, page.At, page.Path, page.Bytes, page.Referer ?? "-", visitor.Browser, visitor.VisitorId);

    public static string Of(
        string address, DateTimeOffset at, string path, int bytes, string referer, string browser, string visitorId)
    {
        var local = LocalTime.Of(at);
        var time = local.ToString("dd/MMM/yyyy:HH:mm:ss ", CultureInfo.InvariantCulture)
            + local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{address} - - [{time}] \"GET {path} HTTP/1.1\" 200 {bytes} \"{referer}\" \"{browser}\" \"{visitorId}\"");
    }
}
