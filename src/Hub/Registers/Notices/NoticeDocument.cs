using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices;

/// <summary>A privacy notice as read: its sections in order, each with the lines it stands on.</summary>
/// <param name="Sections">In order of their lines.</param>
internal sealed record NoticeDocument(IReadOnlyList<NoticeSection> Sections)
{
    public IEnumerable<NoticeSentence> Sentences => Sections.SelectMany(section => section.Sentences);

    /// <summary>The line of the title, which is where something that is nowhere in the notice is reported.</summary>
    public int TitleLine => Sections.Count == 0 ? 1 : Sections[0].FirstLine;

    public IEnumerable<NoticeSection> SectionsOn(NoticeHeading id) => Sections.Where(section => section.Covers(id));

    /// <summary>The sentences under headings of this kind.</summary>
    public IEnumerable<NoticeSentence> Under(params NoticeHeading[] ids) =>
        Sections.Where(section => ids.Any(section.Covers)).SelectMany(section => section.Sentences);

    /// <summary>The sentences that speak of this, under whatever heading.</summary>
    public IEnumerable<NoticeSentence> Saying(NoticeHeading id) =>
        Sentences.Where(sentence => Topics.Speaks(sentence.Text, id));

    /// <summary>The first sentence with these words.</summary>
    public NoticeSentence? First(Wording wording) => Sentences.FirstOrDefault(sentence => wording.IsIn(sentence.Text));
}
