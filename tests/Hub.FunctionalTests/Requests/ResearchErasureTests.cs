using System.Text.Json;
using PersonalDataHub.DemoSources.Wellbeing;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>What research keeps of somebody erased is anonymous: a score that leads to nobody, in a source that can make it so (GDPR Art. 17(3)(d), 89(1)).</summary>
public sealed class ResearchErasureTests
{
    private const string Customer = WellbeingCases.NoMarketing;
    private const string Rows = "select kind, score, customer_id, words, given_at from feedback";

    [Fact]
    [Requirement("S0-10")]
    public async Task Erasure_Should_LeaveTheScoreWithoutThePerson_When_ResearchNeedsIt()
    {
        // arrange
        await using var hub = await TestHub.StartAsync(["wellbeing"]);
        var (desk, crm) = (new RightsDesk(hub), Path.Combine(hub.DataDirectory, "wellbeing", "crm.db"));
        var held = await OutsideTools.QueryAsync(crm, $"select kind, score from feedback where customer_id = '{Customer}' and score is not null");
        var ids = await OutsideTools.QueryAsync(crm, $"select id from feedback where customer_id = '{Customer}'");
        var others = await OutsideTools.QueryAsync(crm, $"{Rows} where customer_id <> '{Customer}' order by id");

        // act
        var planned = await desk.MakeAsync("requestErasure", Erasure(desk));
        var ended = await desk.UntilAsync(
            (await desk.ApproveAsync(planned)).Text("id")!, request => request.TaskOf("crm").Text("state") == "FINAL");
        var left = await OutsideTools.QueryAsync(crm, $"{Rows} where customer_id is null");
        var search = await hub.FindAsync(new { customerId = Customer }, "sources { source { id } status } registrant { feedbackItems { nodes { score } } }", register: "wellbeing");

        // assert
        var feedback = Feedback(planned);
        feedback.ShouldContain(item => item.Text("fate") == "ANONYMISE" && item.Text("article") == "GDPR Art. 17(3)(d)");
        ended.TaskOf("crm").Items("items").Where(item => item.Text("recordType") == "feedback").ShouldAllBe(item => item.Text("outcome") == "VERIFIED");
        held.ShouldNotBeEmpty();
        left.ShouldBe(held.Select(row => $"{row},NULL,NULL,NULL"), ignoreOrder: true);
        (await OutsideTools.QueryAsync(crm, $"select count(*) from feedback where id in ({string.Join(", ", ids)})")).ShouldBe(["0"]);
        (await OutsideTools.QueryAsync(crm, $"{Rows} where customer_id is not null order by id")).ShouldBe(others);
        search.Statuses()["crm"].ShouldBe("NOTHING_FOUND");
    }

    [Fact]
    public async Task Erasure_Should_KeepTheScoreAsItIs_When_TheSourceCannotMakeItAnonymous()
    {
        // arrange: the same register, over a source of which nobody has said what may stay
        await using var hub = await TestHub.StartAsync(["wellbeing"], (_, config, _) =>
        {
            var file = Path.Combine(config, "wellbeing", "crm.yaml");
            File.WriteAllText(file, File.ReadAllText(file).Replace("      anonymise: [kind, score]\n", "", StringComparison.Ordinal));
        });
        var desk = new RightsDesk(hub);

        // act
        var feedback = Feedback(await desk.MakeAsync("requestErasure", Erasure(desk)));

        // assert
        feedback.ShouldNotContain(item => item.Text("fate") == "ANONYMISE");
        feedback.ShouldContain(item => item.Text("fate") == "RETAIN" && item.Text("reason")!.Contains("cannot make it anonymous"));
    }

    private static List<JsonElement> Feedback(JsonElement request) =>
        [.. request.Items("plan.items").Where(item => item.Text("source") == "crm" && item.Text("recordType") == "feedback")];

    private static object Erasure(RightsDesk desk) =>
        new { register = "wellbeing", header = desk.Header(Customer), scope = new { all = true }, ground = "NO_LONGER_NECESSARY" };
}
