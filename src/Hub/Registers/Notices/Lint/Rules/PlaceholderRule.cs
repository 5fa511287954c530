namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Something that was to be filled in, and was not.</summary>
internal sealed class PlaceholderRule : INoticeRule
{
    private static readonly Wording placeholder = new(
        @"\[[^\]\d]{2,60}\]|<[^>@/]{2,60}>|\{\{[^}]*\}\}|_{3,}|\.{5,}|…{2,}|\bx{3,}\b|\bx{2,}@|@x{2,}|" +
        @"\b(pp|dd|mm)[./](kk|mm|dd)[./](v{2,4}|y{2,4})\b|" +
        @"\((lisää|lisätään|täydennä|täydennetään|tähän|insert|add|fill in|to be)\b[^)]*\)|" +
        @"\b(tbd|tba|todo|lorem ipsum)\b|\b(täydennetään|lisätään) myöhemmin\b|\bto be (added|completed|filled in|confirmed|defined)\b");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var headings = notice.Sections.Where(section => placeholder.IsIn(section.Heading)).Select(section => section.FirstLine);
        var lines = notice.Sections.Where(section => !Guidance.IsAll(section)).SelectMany(section => section.Sentences)
            .SelectMany(sentence => placeholder.AllIn(sentence.Text).Select(found => sentence.LineAt(found.Index)));
        return headings.Concat(lines).Distinct().Select(line => new NoticeFinding(
            line,
            "placeholder-left",
            FindingSeverity.Error,
            "A placeholder stands here instead of the information",
            "A person cannot use what is not there (GDPR Art. 12(1), 13(1))",
            "Fill it in, or take it out where there is nothing to say"));
    }
}
