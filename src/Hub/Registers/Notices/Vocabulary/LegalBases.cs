using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registers.Notices.Vocabulary;

/// <summary>Which bases a notice names, and where.</summary>
internal static class LegalBases
{
    private static readonly (BasisKind Basis, Wording Words)[] names =
    [
        (BasisKind.Consent, new(@"suostumu|\bconsent")),
        (BasisKind.Contract, new(@"sopimu|\bcontract|\bagreement")),
        (BasisKind.LegalObligation, new(@"lakisäätei|\blain\b|\blakiin\b|laista|\w{3,}lain\b|\w{3,}lakiin\b|legal obligation|required by law|statutory")),
        (BasisKind.VitalInterests, new(@"elintärke|vital interest")),
        (BasisKind.PublicTask, new(@"yleis\w* etu|yleistä etua|julkisen vallan|public (task|interest)|official authority")),
        (BasisKind.LegitimateInterest, new(@"oikeute(tu|tt)\w* (etu|edu|intress)|legitimate interest")),
    ];

    private static readonly Wording basisOfProcessing = new(@"perustu|peruste(ena|et|in)?\b|perusteella|nojalla|oikeutettu etu|\bbas(is|ed|es)\b|\bgrounds?\b|\brests?\b|because|legitimate interest|permit");
    private static readonly Wording saidAnywhere = new(@"käsittely\w*\b.*perustu|käsitte\w*\b.*(suostumu|sopimu|oikeutetu)\w* .*(perusteella|nojalla)|oikeusperust|processing\b.*(based on|rests on)|legal (basis|ground)|lawful basis");
    private static readonly Wording denied = new(@"\bei (käsitellä|perustu)\b|not (based|rest)");

    /// <summary>The sentences that name what the processing rests on, with the bases they name.</summary>
    public static IReadOnlyList<(NoticeSentence Sentence, IReadOnlyList<BasisKind> Bases)> In(NoticeDocument notice)
    {
        var found = new List<(NoticeSentence, IReadOnlyList<BasisKind>)>();
        foreach (var section in notice.Sections)
        {
            foreach (var sentence in section.Sentences.Where(sentence => Names(section, sentence)))
            {
                var bases = Of(sentence.Text);
                if (bases.Count > 0)
                {
                    found.Add((sentence, bases));
                }
            }
        }

        return found;
    }

    /// <summary>The bases that a text names, whatever it says of them.</summary>
    public static IReadOnlyList<BasisKind> Of(string text) => [.. names.Where(name => name.Words.IsIn(text)).Select(name => name.Basis)];

    private static bool Names(NoticeSection section, NoticeSentence sentence)
    {
        if (denied.IsIn(sentence.Text))
        {
            return false;
        }

        var isAboutPurposes = section.Covers(NoticeHeading.Purposes) || section.Covers(NoticeHeading.Purposes) || section.Covers(NoticeHeading.LegitimateInterest);
        return isAboutPurposes
            ? sentence.Block.Kind == BlockKind.TableRow || basisOfProcessing.IsIn(sentence.Text) || sentence.Text.Contains('(', StringComparison.Ordinal)
            : saidAnywhere.IsIn(sentence.Text) && !Topics.Rights.Any(section.Covers);
    }
}
