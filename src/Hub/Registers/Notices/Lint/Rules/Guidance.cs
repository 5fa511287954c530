namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Words that tell the writer what to write, and were left for the reader.</summary>
internal static class Guidance
{
    private static readonly Wording instruction = new(
        @"^(tässä (kohdassa|osiossa)|tähän( kohtaan)?|kuvaa|kuvataan|kerro|kirjoita|täydennä|täytä|lisää|mainitse|merkitse|ohje:|täydennetään|lisätään|" +
        @"in this (section|part)|describe|here you|insert|fill in|state|explain|add|write|to be (added|completed|filled|confirmed|defined|decided)|guidance:|note to (author|writer))\b");

    private static readonly Wording demand = new(@"\b(tulee|pitää|on oltava|täytyy|should|must|needs? to|has to)\b");

    /// <summary>True when a section holds drafting guidance and nothing else.</summary>
    public static bool IsAll(NoticeSection section)
    {
        var sentences = section.Sentences.ToList();
        return sentences.Count > 0
            && instruction.IsIn(sentences[0].Text.TrimStart('(', '[', '<'))
            && sentences.Skip(1).All(sentence => instruction.IsIn(sentence.Text) || demand.IsIn(sentence.Text));
    }
}
