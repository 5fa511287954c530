using PersonalDataHub.Hub.Registers.Notices.Reading;

namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>A paragraph, list item or table row, which knows the line of each of its words.</summary>
internal sealed class NoticeBlock
{
    private readonly List<(int Offset, int Line)> starts = [];

    public NoticeBlock(BlockKind kind, IReadOnlyList<NoticeLine> lines, bool beforePageBreak = false)
    {
        Kind = kind;
        IsBeforePageBreak = beforePageBreak;
        var text = new System.Text.StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            starts.Add((text.Length, line.Number));
            text.Append(line.Text);
        }

        Text = text.ToString();
        Sentences = kind == BlockKind.Paragraph ? SentenceSplitter.Split(this) : [new(Text, this, 0, IsWhole: true)];
    }

    public BlockKind Kind { get; }

    /// <summary>Its lines joined with single spaces.</summary>
    public string Text { get; }

    /// <summary>True when a page ended right after it, or the section did.</summary>
    public bool IsBeforePageBreak { get; }

    public int FirstLine => starts[0].Line;

    public int LastLine => starts[^1].Line;

    public IReadOnlyList<NoticeSentence> Sentences { get; }

    public int LineAt(int offset) => starts.Last(start => start.Offset <= offset).Line;
}
