using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Retention is told without a single figure.</summary>
internal sealed class RetentionFigureRule : INoticeRule
{
    private static readonly Wording figure = new(
        @"(\d+|yhden|yksi|kahden|kaksi|kolmen|kolme|neljän|neljä|viiden|viisi|kuuden|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|kahdentoista|puolen|" +
        @"\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half a))[ -]*(calendar |kalenteri)?(vuo|kuukau|kk\b|viik|päiv|vuorokau|vrk\b|tun|years?|months?|weeks?|days?|hours?)|" +
        @"\b(vuoden|kuukauden|viikon) (kulut|ajan|jälkeen)|viimeistään|vuosittain");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var said = notice.SectionsOn(NoticeHeading.Retention).SelectMany(section => section.Sentences)
            .Concat(notice.Sentences.Where(sentence => Topics.Speaks(sentence.Text, NoticeHeading.Retention))).ToList();
        if (said.Count > 0 && !said.Exists(sentence => figure.IsIn(sentence.Text)))
        {
            yield return new(
                said[0].Line,
                "retention-without-figure",
                FindingSeverity.Error,
                "How long data stays is told without any figure",
                "The period has to be told, or the criteria so that the person can work it out (GDPR Art. 13(2)(a))",
                "Give a period and what it runs from for each group of data; a figure known only inside the house is none");
        }
    }
}
