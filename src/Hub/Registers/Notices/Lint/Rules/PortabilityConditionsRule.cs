using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Portability without the conditions it has.</summary>
internal sealed class PortabilityConditionsRule : INoticeRule
{
    private static readonly Wording basis = new(@"suostumu|sopimu|toimeksian|\bconsent|\bcontract|\bagreement");
    private static readonly Wording automated = new(@"automaat|automati|automated");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var told = notice.Sections.Where(section => section.IsRecognised && section.Ids.Count == 1 && section.Covers(NoticeHeading.Portability) && section.HasHeading)
            .SelectMany(section => section.Sentences)
            .Concat(notice.Sentences.Where(sentence => Topics.Speaks(sentence.Text, NoticeHeading.Portability)))
            .ToList();
        if (told.Count > 0 && !(told.Exists(sentence => basis.IsIn(sentence.Text)) && told.Exists(sentence => automated.IsIn(sentence.Text))))
        {
            yield return new(
                told[0].Line,
                "portability-without-conditions",
                FindingSeverity.Warning,
                "Portability is told without its conditions",
                "It holds for what the person provided, processed by automated means on consent or a contract (GDPR Art. 20(1))",
                "Add the conditions, so that nobody is promised more or less than the law gives");
        }
    }
}
