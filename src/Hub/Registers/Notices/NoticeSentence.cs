namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>One sentence, list item or table row of a notice.</summary>
/// <param name="Text">Its words on one line.</param>
/// <param name="Block">What it stands in.</param>
/// <param name="Offset">Where it begins in the text of <paramref name="Block"/>.</param>
/// <param name="IsWhole">True when it ends as a sentence does, or is none: an item or a row needs no full stop.</param>
internal sealed record NoticeSentence(string Text, NoticeBlock Block, int Offset, bool IsWhole)
{
    /// <summary>The line it begins on, from 1.</summary>
    public int Line => Block.LineAt(Offset);

    /// <summary>The line of a place in <see cref="Text"/>.</summary>
    public int LineAt(int index) => Block.LineAt(Offset + index);

    /// <summary>The line on which these words stand; the sentence's own when they do not.</summary>
    public int LineOf(Wording wording) => wording.IndexIn(Text) is >= 0 and var index ? LineAt(index) : Line;
}
