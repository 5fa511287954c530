using System.Text.RegularExpressions;

namespace PersonalDataHub.Connectors.ContactForm.Mail;

/// <summary>What a part of a message is (RFC 2045, 5).</summary>
/// <param name="Type">Such as <c>text/plain</c>, in lower case.</param>
/// <param name="Charset">The encoding of a text; null when not named.</param>
/// <param name="Boundary">What stands between the parts of a multipart; null for others.</param>
internal sealed partial record ContentType(string Type, string? Charset, string? Boundary)
{
    private static readonly ContentType plain = new("text/plain", null, null);

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal) && Boundary is not null;

    public static ContentType Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return plain;
        }

        var parameters = Parameter().Matches(header)
            .Select(match => (Name: match.Groups["name"].Value.ToLowerInvariant(), Value: match.Groups["quoted"] is { Success: true } quoted
                ? quoted.Value.Replace("\\", "", StringComparison.Ordinal) : match.Groups["bare"].Value))
            .DistinctBy(parameter => parameter.Name)
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        return new(
            header.Split(';')[0].Trim().ToLowerInvariant(), parameters.GetValueOrDefault("charset"), parameters.GetValueOrDefault("boundary"));
    }

    [GeneratedRegex("""; *(?<name>[^=;\s]+) *= *("(?<quoted>([^"\\]|\\.)*)"|(?<bare>[^;\s]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
