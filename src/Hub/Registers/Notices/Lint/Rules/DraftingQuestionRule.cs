namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>A question that the writers asked each other. What asks the reader's own question in a heading is none.</summary>
internal sealed class DraftingQuestionRule : INoticeRule
{
    private static readonly Wording asksReader = new(
        @"^(mitä|mikä|mitkä|miten|miksi|milloin|missä|mistä|mihin|kuka|ketkä|kenelle|kuinka|voi(ko|nko|mmeko)|onko|saa(ko|nko)|pitääkö|" +
        @"what|which|how|why|when|where|who|whom|can|may|do|does|is|are|should|must)\b");

    private static readonly Wording mark = new(@"\?{2,}|\([^)]*\?\)|\[[^\]]*\?\]");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today) =>
        from sentence in notice.Sentences
        where mark.IsIn(sentence.Text) || (sentence.Text.EndsWith('?') && !asksReader.IsIn(sentence.Text))
        select new NoticeFinding(
            sentence.LineAt(sentence.Text.LastIndexOf('?')),
            "drafting-question-left",
            FindingSeverity.Error,
            "A question of the drafting stands in the text",
            "The reader cannot tell whether it holds or not (GDPR Art. 12(1))",
            "Decide it: write what holds, and take the question out");
}
