namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>Finds the sentences of a paragraph.</summary>
internal static class SentenceSplitter
{
    private static readonly string[] abbreviations =
        ["esim.", "mm.", "ns.", "ks.", "nk.", "ym.", "yms.", "jne.", "em.", "nro.", "e.g.", "i.e.", "cf.", "no.", "art.", "s.", "para.", "inc.", "ltd."];

    public static IReadOnlyList<NoticeSentence> Split(NoticeBlock block)
    {
        var text = block.Text;
        var sentences = new List<NoticeSentence>();
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '.' or '!' or '?' && EndsAt(text, index))
            {
                Add(sentences, block, start, index + 1);
                start = index + 1;
            }
        }

        Add(sentences, block, start, text.Length);
        return sentences;
    }

    private static bool EndsAt(string text, int index)
    {
        var next = index + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')' or '”' or '’')
        {
            next++;
        }

        if (next == text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        var word = text[(text.LastIndexOf(' ', index) + 1)..(index + 1)];
        return !abbreviations.Contains(word.TrimStart('('), StringComparer.OrdinalIgnoreCase) && BeginsAfter(text, next);
    }

    // A small letter or a date goes on; "6. krs" and "1. toukokuuta" are no ends.
    private static bool BeginsAfter(string text, int next)
    {
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || char.IsPunctuation(text[next])))
        {
            next++;
        }

        return next == text.Length || !char.IsLower(text[next]);
    }

    private static void Add(List<NoticeSentence> sentences, NoticeBlock block, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(block.Text[start]))
        {
            start++;
        }

        var text = block.Text[start..end].TrimEnd();
        if (text.Length > 0)
        {
            sentences.Add(new(text, block, start, IsWhole: text[^1] is '.' or '!' or '?' or ':' or ';' or ')' or '"' or '”'));
        }
    }
}
