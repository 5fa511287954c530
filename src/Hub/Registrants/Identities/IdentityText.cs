namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>How characters that look alike in forms and spreadsheets are read.</summary>
internal static class IdentityText
{
    /// <summary>The hyphen for every dash and minus sign; any other character as it is.</summary>
    public static char AsciiHyphen(char character) =>
        character is (>= '\u2010' and <= '\u2015') or '\u2212' ? '-' : character;
}
