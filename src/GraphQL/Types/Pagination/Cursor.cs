using PersonalDataHub.GraphQL.Types.Relay;

namespace PersonalDataHub.GraphQL.Types.Pagination;

/// <summary>Keys in the form of cursors. The form keeps clients from building on what is inside; it is no secret.</summary>
internal static class Cursor
{
    private const string Mark = "after:";

    public static string Of(string key) => OpaqueText.Write(Mark + key);

    /// <summary>The key inside, or null when this is no cursor.</summary>
    public static string? KeyOf(string cursor) =>
        OpaqueText.Read(cursor) is { } text && text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : null;
}
