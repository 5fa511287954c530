using PersonalDataHub.Hub.Registers.Law;
using PersonalDataHub.Hub.Registers.Notices.Vocabulary;

namespace PersonalDataHub.Hub.Registers.Notices.Lint.Rules;

/// <summary>Acts of law that are cited and no longer in force on the day of the check.</summary>
internal sealed class RepealedActRule : INoticeRule
{
    private static readonly (string Act, Wording Name)[] names =
    [
        ("personal-data-act", new(@"\bhenkilötietola(ki|in|issa|ista)|personal data act|\b523/1999\b|523/99\b")),
        ("personal-data-file-act", new(@"\bhenkilörekisterila(ki|in|issa)|personal data file act|\b471/1987\b")),
        ("privacy-in-communications", new(@"sähköisen viestinnän tietosuojala(ki|in|issa)|protection of privacy in electronic communications|\b516/2004\b")),
        ("data-protection-directive", new(@"\b95/46/(ey|ec|eg|eu)\b|henkilötietodirektiivi|data protection directive")),
        ("safe-harbor", new(@"safe harbou?r")),
        ("privacy-shield", new(@"privacy shield")),
        ("client-data-act-2007", new(@"\b159/2007\b")),
        ("client-data-act-2021", new(@"\b784/2021\b")),
    ];

    private static readonly Wording right = new(@"oikeu(s|tta|det)|tarkast|pyynt|korja|kiel(tää|to)|\b(right|request|entitled|inspect|access)\b");

    public IEnumerable<NoticeFinding> Check(NoticeDocument notice, DateOnly today) =>
        from section in notice.Sections
        from sentence in section.Sentences
        from name in names
        where name.Name.IsIn(sentence.Text)
        let act = LegalActs.Find(name.Act)
        where !act.InForceOn(today) && act.From <= today
        select Cited(act, sentence.LineOf(name.Name), section.Ids.Any(Topics.Rights.Contains) && right.IsIn(sentence.Text));

    private static NoticeFinding Cited(LegalAct act, int line, bool ofRight) => new(
        line,
        ofRight ? "right-under-repealed-act" : "repealed-act-cited",
        FindingSeverity.Error,
        $"{(ofRight ? "A right is based on" : "The notice cites")} the {act.Name}, in force until {act.To:yyyy-MM-dd}",
        $"In its place: {act.ReplacedBy}",
        "Cite the law in force, and check whether what is said still holds under it");
}
