namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>A sentence that ends in the middle: at the end of a page, or because it stands whole elsewhere.</summary>
internal sealed class SentenceCutRule : INoticeRule
{
    private const int FewestWords = 5;

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var all = notice.Sentences.ToList();
        for (var index = 0; index < all.Count; index++)
        {
            var sentence = all[index];
            var words = sentence.Text.Split(' ');
            if (sentence.IsWhole || sentence.Block.Kind != BlockKind.Paragraph || words.Length < FewestWords)
            {
                continue;
            }

            var repeated = all.Any(other => other != sentence && other.IsWhole && other.Text.StartsWith(sentence.Text, StringComparison.OrdinalIgnoreCase));
            var goesOn = index + 1 < all.Count && char.IsLower(all[index + 1].Text[0]);
            if (repeated || (sentence.Block.IsBeforePageBreak && !goesOn))
            {
                yield return new(
                    sentence.Line,
                    "sentence-cut",
                    FindingSeverity.Warning,
                    repeated ? "The sentence breaks off; another part of the notice has it whole" : "The sentence breaks off at the end of the page",
                    "What is not said to its end cannot be relied on (GDPR Art. 12(1))",
                    "Keep the sentence once and whole");
            }
        }
    }
}
