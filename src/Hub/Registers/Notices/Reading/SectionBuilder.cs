using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Reading;

/// <summary>Gathers what stands under one heading.</summary>
internal sealed class SectionBuilder(string heading, int line, int level, IReadOnlySet<NoticeHeading> ids)
{
    private readonly List<(BlockKind Kind, List<NoticeLine> Lines, bool PageEnds)> blocks = [];

    public int Level { get; } = level;

    public IReadOnlySet<NoticeHeading> Ids { get; } = ids;

    /// <summary>False for a numbered paragraph that has no heading of its own.</summary>
    public bool HasHeading { get; init; } = true;

    public bool IsOverRights { get; } = HeadingVocabulary.IsOverRights(heading);

    /// <summary>True while a block is open, so that a further line belongs to it.</summary>
    public bool IsOpen { get; private set; }

    public void Begin(BlockKind kind, NoticeLine first)
    {
        blocks.Add((kind, [first], false));
        IsOpen = true;
    }

    public void Continue(NoticeLine next)
    {
        if (IsOpen)
        {
            blocks[^1].Lines.Add(next);
        }
        else
        {
            Begin(BlockKind.Paragraph, next);
        }
    }

    public void EndBlock() => IsOpen = false;

    public void EndPage()
    {
        EndBlock();
        if (blocks.Count > 0)
        {
            blocks[^1] = blocks[^1] with { PageEnds = true };
        }
    }

    /// <param name="inherited">What the heading above is about, for a heading that says nothing itself.</param>
    /// <param name="isAmongRights">True when the heading above is that of the rights.</param>
    /// <param name="hasParts">True when other headings lie under it.</param>
    public NoticeSection Build(IReadOnlySet<NoticeHeading> inherited, bool isAmongRights, bool hasParts)
    {
        var built = blocks.Select(block => new NoticeBlock(block.Kind, block.Lines, block.PageEnds)).ToList();
        var ids = Ids.Count > 0 || HasHeading ? Ids : built.SelectMany(block => block.Sentences).SelectMany(Vocabulary.Topics.Of).ToHashSet();
        return new NoticeSection
        {
            Heading = heading,
            FirstLine = line,
            LastLine = built.Count == 0 ? line : built[^1].LastLine,
            Level = Level,
            Ids = ids.Count == 0 ? inherited : ids,
            IsRecognised = ids.Count > 0,
            IsAmongRights = isAmongRights || IsOverRights || ids.Any(Vocabulary.Topics.Rights.Contains),
            HasHeading = HasHeading,
            HasParts = hasParts,
            Blocks = built,
        };
    }
}
