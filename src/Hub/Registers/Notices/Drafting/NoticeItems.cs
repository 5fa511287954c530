using System.Text;

namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>The single things that a sentence, list item or table row of a notice lists.</summary>
internal static class NoticeItems
{
    private const int LongestItem = 60;

    private static readonly Wording separator = new(@"[,;:]\s|\s\|\s|\b(ja|sekä|tai|taikka|and|or)\b\s");
    private static readonly Wording leadIn = new(
        @"^((tietoja|tietojasi|henkilötietoja|tiedot|rekisteriin|rekisterissä|hakijasta|asiakkaasta) )?((käytetään|käsitellään|tallennetaan|kerätään|voidaan käsitellä)( myös)?) |" +
        @"^(your |the |data |we (use|collect|store) |for |to )+|^(a|an) ");

    /// <summary>Each with where it begins.</summary>
    public static IEnumerable<(string Text, int Index)> Of(string text)
    {
        var start = 0;
        foreach (var (index, found) in separator.AllIn(text).Append((text.Length, string.Empty)))
        {
            var item = text[start..index].Trim(' ', '.', ',', ';', ':', '?', '(', ')', '|');
            foreach (var (_, lead) in leadIn.AllIn(item).Take(1))
            {
                item = item[lead.Length..];
            }

            if (item.Count(char.IsLetter) >= 3 && item.Length <= LongestItem)
            {
                yield return (item, start);
            }

            start = index + found.Length;
        }
    }

    /// <summary>An id made of the words: lower-case letters and digits with single hyphens.</summary>
    public static string IdOf(string text)
    {
        var id = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            var plain = letter switch { 'ä' or 'å' => 'a', 'ö' => 'o', _ => letter };
            if (char.IsAsciiLetterOrDigit(plain))
            {
                id.Append(plain);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var made = id.ToString().Trim('-');
        return made.Length > 0 && char.IsAsciiLetter(made[0]) ? made : $"item-{made}".TrimEnd('-');
    }
}
