using PersonalDataHub.Hub.Registers.Notices.Vocabulary;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Several bases are named, and for one of them nowhere what rests on it.</summary>
internal sealed class BasesWithoutPurposesRule : INoticeRule
{
    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today)
    {
        var named = LegalBases.In(notice);
        var bases = named.SelectMany(one => one.Bases).Distinct().ToList();
        var without = bases.FirstOrDefault(basis => !named.Any(one => one.Bases.Contains(basis) && NamesPurpose(one.Sentence)), (Policy.BasisKind)(-1));
        if (bases.Count < 2 || (int)without < 0)
        {
            yield break;
        }

        yield return new(
            named.First(one => one.Bases.Contains(without)).Sentence.Line,
            "bases-without-purposes",
            FindingSeverity.Error,
            "Several legal bases are named without saying which purpose rests on which",
            "Portability, objection and withdrawal depend on the basis of each purpose (GDPR Art. 13(1)(c), 20(1), 21(1))",
            "Write the basis beside each purpose, for example in a table of two columns");
    }

    // In a table the purpose is what stands beside the basis, known or not.
    private static bool NamesPurpose(NoticeSentence sentence) =>
        KnownPurposes.In(sentence.Text).Any() || (sentence.Block.Kind == BlockKind.TableRow && sentence.Text.Contains(" | ", StringComparison.Ordinal));
}
