namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>A heading under which nothing stands, or only guidance for the writer.</summary>
internal sealed class EmptyHeadingRule : INoticeRule
{
    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        foreach (var section in notice.Sections.Where(section => section.HasHeading && section != notice.Sections[0]))
        {
            var isEmpty = section.Blocks.Count == 0 && !section.HasParts;
            if (isEmpty || Guidance.IsAll(section))
            {
                yield return new(
                    section.FirstLine,
                    "heading-without-content",
                    FindingSeverity.Error,
                    isEmpty ? "Nothing stands under this heading" : "Only guidance for the writer stands under this heading",
                    "The item is promised and not told (GDPR Art. 12(1), 13(1)-(2), 30(1))",
                    "Say what holds, also that there is none; what sources hold can be seen from their descriptors");
            }
        }
    }
}
