using PersonalDataHub.Hub.Registers.Notices.Reading;
using PersonalDataHub.Hub.Registers.Notices.Vocabulary;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Under the heading of one right, others are told and that one is not.</summary>
internal sealed class OtherRightsRule : INoticeRule
{
    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        foreach (var section in notice.Sections.Where(section => section is { IsRecognised: true, HasHeading: true, Ids.Count: 1, Blocks.Count: > 0 }))
        {
            var right = section.Ids.Single();
            if (!Topics.Rights.Contains(right) || section.Sentences.Any(sentence => Topics.Speaks(sentence.Text, right) || HeadingVocabulary.Recognise(sentence.Text).Contains(right)))
            {
                continue;
            }

            var others = section.Sentences.SelectMany(Topics.Of).Where(Topics.Rights.Contains).Distinct().Count();
            if (others >= 2)
            {
                yield return new(
                    section.FirstLine,
                    "section-describes-other-rights",
                    FindingSeverity.Error,
                    "Other rights than that of the heading are told under it",
                    "The right itself is nowhere explained; the right to object must be told clearly and apart from others (GDPR Art. 12(1), 21(4))",
                    "Tell under each heading the right it names");
            }
        }
    }
}
