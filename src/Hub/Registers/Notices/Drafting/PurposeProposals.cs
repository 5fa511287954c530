using PersonalDataHub.Hub.Registers.Notices.Vocabulary;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Drafting;

/// <summary>The purposes that a notice names, with the bases named beside them.</summary>
internal static class PurposeProposals
{
    private static readonly Wording noPurpose = new(@"perust(u|e)|oikeute(tu|tt)|suostumu|sopimu(s|kse|kseen)\b|seuraav|tietoja|rekisterinpit|lakisäät|velvoit|joka on|\b(basis|consent|contract|agreement|interest|because|you (made|gave)|following)\b");

    public static IReadOnlyList<(Proposal Proposal, IReadOnlyList<BasisKind> Bases)> In(NoticeDocument notice)
    {
        var found = new List<(Proposal, IReadOnlyList<BasisKind>)>();
        var named = LegalBases.In(notice);
        foreach (var section in notice.Sections.Where(section => section.Covers(NoticeHeading.Purposes) || section.Covers(NoticeHeading.Profiling)))
        {
            foreach (var sentence in section.Sentences.Where(sentence => !Lint.Rules.TransferWords.IsDenial(sentence.Text)))
            {
                var bases = named.FirstOrDefault(one => one.Sentence == sentence).Bases ?? [];
                Add(found, sentence, bases, section.Covers(NoticeHeading.Purposes));
            }
        }

        return found;
    }

    private static void Add(List<(Proposal Proposal, IReadOnlyList<BasisKind> Bases)> found, NoticeSentence sentence, IReadOnlyList<BasisKind> bases, bool takesUnknown)
    {
        foreach (var (purpose, index) in KnownPurposes.In(sentence.Text))
        {
            Propose(found, new(purpose.Id, new(purpose.Finnish, purpose.English), sentence.LineAt(index)), bases);
        }

        foreach (var (item, index) in takesUnknown ? NoticeItems.Of(sentence.Text) : [])
        {
            if (!KnownPurposes.In(item).Any() && !noPurpose.IsIn(item) && item.Count(letter => letter == ' ') is > 0 and < 6)
            {
                Propose(found, new(NoticeItems.IdOf(item), new(item, item), sentence.LineAt(index)), bases);
            }
        }
    }

    private static void Propose(List<(Proposal Proposal, IReadOnlyList<BasisKind> Bases)> found, Proposal proposal, IReadOnlyList<BasisKind> bases)
    {
        if (!found.Exists(other => other.Proposal.Id == proposal.Id))
        {
            found.Add((proposal, bases));
        }
    }
}
