namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Traffic data among the contents, and nowhere a stricter rule for it.</summary>
internal sealed class TrafficDataRule : INoticeRule
{
    private static readonly Wording traffic = new(@"välitystie|liikennetie|teletunniste|traffic data|call detail|communications? metadata");
    private static readonly Wording strict = new(@"917/2014|viestinnän palvel|luottamuksellis|\b(vain|ainoastaan|erikseen)\b|rajoitet|\bonly\b|confidential|secrecy|strict");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var named = notice.Sentences.Where(sentence => traffic.IsIn(sentence.Text)).ToList();
        if (named.Count > 0 && !named.Exists(sentence => strict.IsIn(sentence.Text)))
        {
            yield return new(
                named[0].LineOf(traffic),
                "traffic-data-without-rule",
                FindingSeverity.Error,
                "Traffic data is named like any other data, without the stricter rule that holds for it",
                "Communications are confidential: traffic data may be used for a few purposes, by few, for a limited time (Act 917/2014 ch. 17)",
                "Say for what it is used, who may see it and how long it stays");
        }
    }
}
