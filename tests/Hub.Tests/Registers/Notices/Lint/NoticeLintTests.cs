using PersonalDataHub.Hub.Registers.Notices;
using PersonalDataHub.Hub.Registers.Notices.Lint;

namespace PersonalDataHub.Hub.Tests.Registers.Notices.Lint;

public sealed class NoticeLintTests
{
    private static readonly DateOnly today = new(2026, 11, 21);

    // What none of the five notices does: copies that differ, a list unless forbidden, cookies unless the browser is set.
    private const string Further = """
        Seloste

        TIETOJEN LUOVUTUKSET
        Tietoja ei siirretä EU:n ulkopuolelle. Tiedot julkaistaan luettelona, ellei asiakas sitä kiellä.

        EVÄSTEET
        Evästeet voi estää selaimen asetuksista.

        TIETOJEN SUOJAUS
        Tietoja ei siirretä EU:n ulkopuolelle, ellei se ole teknisesti tarpeen.
        """;

    private static readonly string[] defects =
    [
        "S0-L1", "S0-L2", "S0-L3", "S0-L4", "S1-L1", "S1-L2", "S1-L3", "S1-L4", "S1-L5", "S1-L6", "S1-L7",
        "S2-L1", "S2-L2", "S2-L3", "S2-L4", "S2-L5", "S2-L6", "S2-L7", "S3-L1", "S3-L2", "S3-L3", "S3-L4",
        "S4-L1", "S4-L2", "S4-L3", "S4-L4",
    ];

    public static TheoryData<string> Defective => [.. NoticeText.In("defective").Select(text => text.Name)];

    public static TheoryData<string> Corrected => [.. NoticeText.In("corrected").Select(text => text.Name)];

    [Theory]
    [MemberData(nameof(Defective))]
    public void Check_Should_FindEveryDefectAndNothingElse_When_NoticeIsDefective(string name)
    {
        var text = NoticeText.Of("defective", name);
        var expected = text.Noted.Select(ExpectedFinding.Parse).ToList();

        var findings = NoticeLint.Check(text.Document, today);

        expected.Where(defect => !findings.Any(defect.IsMetBy)).Select(defect => defect.ToString()).ShouldBeEmpty();
        findings.Where(finding => !expected.Exists(defect => defect.IsMetBy(finding))).Select(finding => $"{finding.Line} {finding.Kind}").ShouldBeEmpty();
    }

    [Fact]
    public void Texts_Should_CarryAllDefects_When_Counted()
    {
        var noted = NoticeText.In("defective").SelectMany(text => text.Noted).Select(words => words[0]).Distinct();

        noted.Order(StringComparer.Ordinal).ShouldBe(defects.Order(StringComparer.Ordinal));
    }

    // The control of every rule: without it nothing that it finds is found, and each of the 26 defects is lost without some rule.
    [Fact]
    public void Check_Should_MissADefect_When_ItsRuleIsLeftOut()
    {
        var texts = NoticeText.In("defective").Select(text => (text.Document, Noted: text.Noted.Select(ExpectedFinding.Parse).ToList())).ToList();
        texts.Add((NoticeReader.Parse(Further, NoticeFormat.PlainText), []));
        var lost = new HashSet<string>();
        var idle = new List<string>();
        foreach (var rule in NoticeLint.Rules)
        {
            var others = NoticeLint.Rules.Where(other => other != rule).ToList();
            var missed = 0;
            foreach (var (document, noted) in texts)
            {
                var (with, without) = (NoticeLint.Check(document, today), NoticeLint.Check(document, today, others));
                without.Except(with).ShouldBeEmpty();
                missed += with.Count - without.Count;
                lost.UnionWith(noted.Where(defect => with.Any(defect.IsMetBy) && !without.Any(defect.IsMetBy)).Select(defect => defect.Id));
            }

            if (missed == 0)
            {
                idle.Add(rule.GetType().Name);
            }
        }

        lost.Order(StringComparer.Ordinal).ShouldBe(defects.Order(StringComparer.Ordinal));
        idle.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("published-unless-forbidden", 4, "ellei asiakas sitä kiellä", "kun asiakas on siihen suostunut")]
    [InlineData("cookies-by-browser-settings", 7, "Evästeet voi estää", "Evästeitä asetetaan suostumuksella, ja ne voi estää")]
    public void Check_Should_AskForConsent_When_SilenceIsTakenForIt(string kind, int line, string said, string instead)
    {
        var mended = NoticeReader.Parse(Further.Replace(said, instead, StringComparison.Ordinal), NoticeFormat.PlainText);

        NoticeLint.Check(NoticeReader.Parse(Further, NoticeFormat.PlainText), today).ShouldContain(finding => finding.Kind == kind && finding.Line == line);
        NoticeLint.Check(mended, today).ShouldNotContain(finding => finding.Kind == kind);
    }

    [Theory]
    [MemberData(nameof(Corrected))]
    public void Check_Should_FindNothing_When_NoticeIsCorrected(string name)
    {
        var findings = NoticeLint.Check(NoticeText.Of("corrected", name).Document, today);

        findings.Select(finding => $"{finding.Line} {finding.Kind}: {finding.What}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2018, 12, 31, false)]
    [InlineData(2019, 1, 1, true)]
    [Requirement("S1-07")]
    public void Check_Should_ReportAnAct_When_ItIsNoLongerInForce(int year, int month, int day, bool isReported)
    {
        var notice = NoticeReader.Parse("Seloste\n\nKäsittely tapahtuu henkilötietolain (523/1999) sallimissa rajoissa.", NoticeFormat.PlainText);

        var findings = NoticeLint.Check(notice, new DateOnly(year, month, day));

        findings.Any(finding => finding is { Kind: "repealed-act-cited", Line: 3 }).ShouldBe(isReported);
    }

    [Fact]
    [Requirement("S2-17")]
    public void Check_Should_ReportTheCategories_When_TheirHeadingIsEmpty()
    {
        var notice = NoticeReader.Parse("# Seloste\n\n## Kyseessä olevat henkilötietoryhmät\n\n## Säilytysaika\n\nVuoden ajan.", NoticeFormat.Markdown);

        NoticeLint.Check(notice, today).ShouldContain(finding => finding.Kind == "heading-without-content" && finding.Line == 3);
    }

    [Theory]
    [Requirement("S2-35")]
    [InlineData("Tietoja ei siirretä EU:n ulkopuolelle.", "Tietoja ei siirretä EU:n ulkopuolelle, ellei se ole teknisesti tarpeen.", true)]
    [InlineData("Tiedot hävitetään pyynnöstä, ellei laki tai avoin lasku estä.", "Tiedot hävitetään pyynnöstä, ellei laki estä.", true)]
    [InlineData("Tietoja luovutetaan vain perintää varten.", "Tietoja luovutetaan vain laskutusta ja perintää varten.", true)]
    [InlineData("Tiedot hävitetään pyynnöstä, ellei laki tai avoin lasku estä.", "Tiedot hävitetään pyynnöstä, ellei avoin lasku tai laki estä.", false)]
    public void Check_Should_ReportCopies_When_TheyDiffer(string one, string other, bool isReported)
    {
        var notice = NoticeReader.Parse($"Seloste\n\nTIETOJEN LUOVUTUKSET\n{one}\n\nTIETOJEN SUOJAUS\n{other}", NoticeFormat.PlainText);

        NoticeLint.Check(notice, today).Any(finding => finding is { Kind: "copies-differ", Line: 7 }).ShouldBe(isReported);
    }

    [Fact]
    public void Check_Should_RepeatNothingOfTheNotice_When_ItHoldsPersonalData()
    {
        var notice = NoticeReader.Parse(
            """
            Seloste, päivitetty 1.1.2017, noudattaa tietosuoja-asetusta

            1. Rekisterinpitäjä: Testinen Tmi, Salakuja 7, 00100 Helsinki, salainen@example.org, 010180-9270
            2. Yhteydenotot: Testinen Tmi, Salakuja 7, 00110 Helsinki, toinen@example.net [lisää Testisen numero]
            3. Rekisterin suojaus: Testisenrekisteri on lukittu; Testinen?
            """,
            NoticeFormat.PlainText);

        var findings = NoticeLint.Check(notice, today);

        findings.Count.ShouldBeGreaterThan(6);
        var said = string.Join('\n', findings.Select(finding => $"{finding.What} {finding.Why} {finding.Remedy}"));
        foreach (var secret in new[] { "Testi", "Sala", "salai", "toinen", "010180", "00100", "00110" })
        {
            said.ShouldNotContain(secret);
        }
    }
}
