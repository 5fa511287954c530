using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Care is given or a care system used, but the data contents name nothing of it.</summary>
internal sealed class UndeclaredDataRule : INoticeRule
{
    private static readonly Wording care = new(
        @"sosiaalipalvel|sosiaalihuol|sosiaalitoim|hoivapalvel|kotihoi|hoitoko|asiakastietojärjestelmä|potilas|terveydenhuol|terveyspalvel|lääkäri|hammashoi|fysioterap|" +
        @"social (care|services|welfare)|health ?care|care (system|home|provider)|patient|\bclinic");

    private static readonly Wording special = new(@"erityi(s|n)\w* (henkilötieto|tietoryhm)|arkaluontei|special categor|sensitive");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var contents = notice.SectionsOn(NoticeHeading.DataContents).ToList();
        var filled = contents.Find(section => section.Blocks.Count > 0);
        var isCare = notice.First(care) is not null || notice.Sections.Any(section => care.IsIn(section.Heading));
        var isDeclared = contents.SelectMany(section => section.Sentences)
            .Any(sentence => special.IsIn(sentence.Text) || KnownCategories.In(sentence.Text).Any(found => KnownCategories.Special.Contains(found.Category.Id)));
        if (filled is not null && isCare && !isDeclared)
        {
            yield return new(
                filled.FirstLine,
                "undeclared-special-category",
                FindingSeverity.Error,
                "Care is given, but the data contents name none of the data that care makes",
                "Data of health and of social care is a special category or treated as one, and has to be told (GDPR Art. 9, 14(1)(d))",
                "Name the care data with the law or consent it rests on, also what a care system holds");
        }
    }
}
