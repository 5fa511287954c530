using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>The categories of data that a notice names.</summary>
internal static class CategoryProposals
{
    private const int FewestOfAList = 3;

    private static readonly Wording noData = new(@"\b(rekisteri\w*|seuraav\w*|esimerkiksi|mm|muita?|following|such|collect\w*|hold|tietoja|henkilötiedot|tallennetaan|sisältää)\b");

    public static IReadOnlyList<Proposal> In(NoticeDocument notice)
    {
        var found = new List<Proposal>();
        foreach (var section in notice.Sections)
        {
            var isContents = section.Covers(NoticeHeading.DataContents);
            var isList = isContents || section.Covers(NoticeHeading.Cookies) || (!section.IsRecognised && NamesSeveral(section));
            foreach (var sentence in isList ? section.Sentences : [])
            {
                Add(found, sentence, isContents);
            }
        }

        return found;
    }

    private static bool NamesSeveral(NoticeSection section) =>
        section.Sentences.SelectMany(sentence => KnownCategories.In(sentence.Text)).Select(one => one.Category.Id).Distinct().Count() >= FewestOfAList;

    private static void Add(List<Proposal> found, NoticeSentence sentence, bool takesUnknown)
    {
        foreach (var (category, index) in KnownCategories.In(sentence.Text))
        {
            Propose(found, new(category.Id, new(category.Finnish, category.English), sentence.LineAt(index)));
        }

        // What the vocabulary does not know is proposed under its own words: better one too many than one unseen.
        foreach (var (item, index) in takesUnknown ? NoticeItems.Of(sentence.Text) : [])
        {
            if (!KnownCategories.In(item).Any() && !noData.IsIn(item) && item.Count(letter => letter == ' ') < 4)
            {
                Propose(found, new(NoticeItems.IdOf(item), new(item, item), sentence.LineAt(index)));
            }
        }
    }

    private static void Propose(List<Proposal> found, Proposal proposal)
    {
        if (!found.Exists(other => other.Id == proposal.Id))
        {
            found.Add(proposal);
        }
    }
}
