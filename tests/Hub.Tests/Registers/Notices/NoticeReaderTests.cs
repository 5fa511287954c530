using PersonalDataHub.Hub.Registers.Notices;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Notices;

public sealed class NoticeReaderTests
{
    [Theory]
    [InlineData("Seloste\n\n6. Tietojen säilytysaika:\nKaksi vuotta.", 3, 4)]
    [InlineData("Seloste\n\n6. Tietojen säilytysaika: Kaksi vuotta.", 3, 3)]
    [InlineData("SELOSTE\nTIETOJEN SÄILYTYSAIKA\nKaksi vuotta.", 2, 3)]
    [InlineData("# Seloste\n\n### Kuinka kauan tietoja pidetään?\n\nKaksi vuotta.", 3, 5)]
    [InlineData("Seloste\n=======\n\nSäilytysaika\n------------\n\nKaksi vuotta.", 4, 7)]
    [InlineData("# Seloste\n\n**Säilytysaika.** Kaksi vuotta.", 3, 3)]
    [InlineData("# Notice\n\n| How long we keep it | Two years. |", 3, 3)]
    [InlineData("<h1>Notice</h1>\n<h2>Storage\nperiod</h2>\n<p>Two years.", 2, 4)]
    [InlineData("<table>\n<tr><td>Seloste</td></tr>\n<tr><td><b>S&auml;ilytys&shy;aika</b></td><td>Kaksi<br>\nvuotta.</td></tr></table>", 3, 4)]
    [InlineData("<p>Seloste</p>\n<!-- 1. Säilytysaika: -->\n<p><strong>Tietojen säilytys</strong><br>Kaksi vuotta.</p>", 3, 3)]
    public void Parse_Should_RecogniseAHeading_When_WrittenInThisWay(string text, int first, int last)
    {
        var section = NoticeReader.Parse(text, null).SectionsOn(NoticeHeading.Retention).ShouldHaveSingleItem();

        (section.FirstLine, section.LastLine).ShouldBe((first, last));
        section.Sentences.ShouldHaveSingleItem().Text.ShouldBeOneOf("Kaksi vuotta.", "Two years.");
    }

    [Theory]
    [InlineData("1) Rekisterinpitäjän nimi ja osoite", NoticeHeading.Controller)]
    [InlineData("3 Henkilötietojen käsittelyn tarkoitus ja oikeusperuste", NoticeHeading.Purposes)]
    [InlineData("Rekisterinpitäjän oikeutettu etu", NoticeHeading.LegitimateInterest)]
    [InlineData("Tietojen siirto EU:n tai ETA:n ulkopuolelle", NoticeHeading.Transfers)]
    [InlineData("Oikeus siirtää tiedot järjestelmästä toiseen", NoticeHeading.Portability)]
    [InlineData("12.2 Right to rectification", NoticeHeading.Rectification)]
    [InlineData("Your right to withdraw consent", NoticeHeading.Withdrawal)]
    [InlineData("Is giving the data a statutory or contractual requirement?", NoticeHeading.Provision)]
    [InlineData("Automated decision-making", NoticeHeading.Profiling)]
    [InlineData("Categories of personal data", NoticeHeading.DataContents)]
    public void Parse_Should_KnowWhatAHeadingIsAbout_When_WordedInThisWay(string heading, NoticeHeading id)
    {
        var section = NoticeReader.Parse($"# Notice\n\n## {heading}\n\nText.", NoticeFormat.Markdown).Sections[1];

        section.Ids.ShouldBe([id]);
    }

    [Fact]
    public void Parse_Should_StayFast_When_MarkupIsHostile()
    {
        var text = string.Concat(Enumerable.Repeat("<b><table><tr><td>[", 20_000)) + new string('a', 100_000);

        NoticeReader.Parse(text, NoticeFormat.Html).Sections.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_Should_RefuseAndSayWhy_When_FileIsNoText()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, [1, 0, 2, 0]);
        try
        {
            Should.Throw<NoticeUnreadableException>(() => NoticeReader.Read(path)).Message.ShouldStartWith("is not text");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
