using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>A heading of a notice and what stands under it, up to the next heading.</summary>
internal sealed record NoticeSection
{
    /// <summary>The heading as written, without its number; empty for what stands before the first one.</summary>
    public required string Heading { get; init; }

    /// <summary>The line of the heading, from 1.</summary>
    public required int FirstLine { get; init; }

    /// <summary>The last line with content; the heading's own when there is none.</summary>
    public required int LastLine { get; init; }

    /// <summary>How deep it lies: 1 for the title, 2 for the usual headings, more for what stands under those.</summary>
    public required int Level { get; init; }

    /// <summary>What it is about; several for "purpose and basis", none where the heading is not known.</summary>
    public required IReadOnlySet<NoticeHeading> Ids { get; init; }

    /// <summary>True when <see cref="Ids"/> come from its own words; false when from the heading above it.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>True when there is a heading to be empty: a paragraph that only has a number has none.</summary>
    public bool HasHeading { get; init; }

    /// <summary>True where the person's rights are told.</summary>
    public bool IsAmongRights { get; init; }

    /// <summary>True when other headings lie under it.</summary>
    public bool HasParts { get; init; }

    public required IReadOnlyList<NoticeBlock> Blocks { get; init; }

    public IEnumerable<NoticeSentence> Sentences => Blocks.SelectMany(block => block.Sentences);

    public bool Covers(NoticeHeading id) => Ids.Contains(id);
}
