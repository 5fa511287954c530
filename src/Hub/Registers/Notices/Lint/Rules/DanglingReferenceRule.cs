namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>"During this time", with no time named before it.</summary>
internal sealed class DanglingReferenceRule : INoticeRule
{
    private static readonly Wording reference = new(@"\b(tänä|tuona|sinä|kyseisenä|mainittuna) (aikana|ajanjaksona)\b|\b(during|in|for|within) (this|that|the said) (time|period)\b");

    private static readonly Wording time = new(
        @"niin kauan|kunnes|siksi ai|\bajan\b|aikana|kauden|kausi|\bkun\b|vuo(den|tta|si)|kuukau|viik|päivä|" +
        @"\b(while|until|till|as long as|when|during|period|years?|months?|weeks?|days?|term)\b");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        foreach (var section in notice.Sections)
        {
            var before = string.Empty;
            foreach (var sentence in section.Sentences)
            {
                var index = reference.IndexIn(sentence.Text);
                if (index >= 0 && !time.IsIn(before) && !time.IsIn(sentence.Text[..index]))
                {
                    yield return new(
                        sentence.LineAt(index),
                        "dangling-reference",
                        FindingSeverity.Warning,
                        "The text refers to a time that nothing before it names",
                        "The reader cannot tell when it holds (GDPR Art. 12(1))",
                        "Name the time, for example \"as long as the person acts as contact person\"");
                }

                before = sentence.Text;
            }
        }
    }
}
