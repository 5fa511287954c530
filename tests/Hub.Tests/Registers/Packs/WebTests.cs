using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Tests.Connectors;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>What the registers say of web data.</summary>
public sealed class WebTests
{
    // Each use of web data is a purpose of its own: whoever refuses one has refused that one only.
    [Theory]
    [Requirement("S1-34"), Requirement("S1-35"), Requirement("S2-43"), Requirement("S2-44"), Requirement("S4-40")]
    [InlineData("studio", "site-improvement", "web", PurposeDefault.OptIn, PurposeNature.Statistics, "cookies-improve-the-site")]
    [InlineData("studio", "web-targeting", "web", PurposeDefault.OptIn, PurposeNature.AdTargeting, "cookies-aim-marketing")]
    [InlineData("social-care", "site-improvement", "web", PurposeDefault.OptIn, PurposeNature.Statistics, "cookies-improve-the-site")]
    [InlineData("social-care", "web-targeting", "web", PurposeDefault.OptIn, PurposeNature.AdTargeting, "cookies-aim-marketing")]
    [InlineData("sole-trader", "site-security", "web", PurposeDefault.On, PurposeNature.Security, "log-data-for-security")]
    [InlineData("sole-trader", "web-targeting", "web", PurposeDefault.OptIn, PurposeNature.AdTargeting, "log-data-for-security")]
    public void Explain_Should_AllowEachUseByItself_When_TheNoticeNamesSeveral(
        string id, string purpose, string category, PurposeDefault silence, PurposeNature nature, string statement)
    {
        var register = Packs.Of(id);
        var answer = register.Explain(category, purpose);

        answer.Allowed.ShouldBeTrue();
        answer.Purpose!.Default.ShouldBe(silence);
        answer.Purpose.Nature.ShouldBe(nature);
        answer.Statements.ShouldContain(one => one.Id == statement);
        register.Explain("identity", purpose).Allowed.ShouldBeFalse();
    }

    [Theory]
    [Requirement("S1-37"), Requirement("S2-46"), Requirement("S0-26")]
    [InlineData("studio", "what-cookies-tell")]
    [InlineData("social-care", "what-cookies-tell")]
    [InlineData("wellbeing", "web-use")]
    public void RecordTypes_Should_CarryTheNoticesCategory_When_TheWebLogIsRead(string id, string statement)
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("web-analytics");
        foreach (var file in Directory.GetFiles(RepositoryFiles.Path("connectors-config", id)))
        {
            room.Write($"{id}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        // act
        var source = room.Holder.Current.FindSource(id, "web-analytics")!;
        var visit = source.FindRecordType("visit").ShouldNotBeNull(source.Reason);

        // assert
        string[] told = ["ipAddress", "startedAt", "endedAt", "pages", "browser", "referrer"];
        visit.Fields.Select(field => field.Name).Intersect(told).Count().ShouldBe(told.Length);
        visit.Fields.Where(field => told.Contains(field.Name)).ShouldAllBe(field => (field.Category ?? visit.Category) == "web");
        Packs.Of(id).FindCategory("web")!.Statements.ShouldBe([statement]);
    }

    // Statistics go to a service that gets sums of everybody and nothing of anybody.
    [Theory]
    [Requirement("S1-40"), Requirement("S2-49"), Requirement("S1-42"), Requirement("S2-51"), Requirement("S4-38")]
    [InlineData("studio")]
    [InlineData("social-care")]
    [InlineData("sole-trader")]
    public void Recipients_Should_GiveTheStatisticsServiceSumsOnly_When_TheNoticeNamesOne(string id)
    {
        var register = Packs.Of(id);
        var service = register.Pack.FindRecipient("statistics-service").ShouldNotBeNull();

        service.Granularity.ShouldBe(Granularity.Segment);
        service.Categories.ShouldBe(["web-statistics"]);
        service.Purposes.ShouldBe(["site-statistics"]);
        register.Explain("web-statistics", "site-statistics").Allowed.ShouldBeTrue();
        register.Explain("web", "site-statistics").Allowed.ShouldBeFalse();
        service.Statements.ShouldContain("statistics-service");
    }

    [Theory]
    [Requirement("S1-42"), Requirement("S2-51")]
    [InlineData("studio")]
    [InlineData("social-care")]
    public void Categories_Should_NameAgeGenderAndInterests_When_DemographicsAreCollected(string id) =>
        Packs.Of(id).FindCategory("web-statistics").ShouldNotBeNull().ShouldSatisfyAllConditions(
            category => category.Dpv.ShouldBe(["pd:Age", "pd:Gender", "pd:Interest"]), category => category.Statements.ShouldContain("demographics"));
}
