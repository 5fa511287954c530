using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.Hub.FunctionalTests.Operating;

/// <summary>What the guide says of three nodes holds as it stands there.</summary>
public sealed class ThreeNodesTests(PostgreSqlServer server)
{
    private const string Show = "query Show($id: ID!) { dataSubjectRequest(id: $id) { id status plan { hash } } }";

    [Fact]
    public async Task ThreeNodes_Should_CarryOutARequest_When_TheNodeThatTookItIsKilled()
    {
        // arrange
        await using var nodes = await ThreeNodes.StartAsync(server);
        var input = new
        {
            register = "telecom",
            header = new { clientRequestKey = "one", registrant = new { customerId = AwkwardCases.CrmOnly }, receivedAt = "2026-11-02T09:00:00Z", channel = "EMAIL" },
            scope = new { all = true },
            ground = "NO_LONGER_NECESSARY",
        };

        // act
        var asked = await nodes.AskAsync(
            nodes.Node(1),
            "mutation Ask($input: RequestErasureInput!) { requestErasure(input: $input) { dataSubjectRequest { id plan { hash } } errors { ... on Error { message } } } }",
            new { input });
        var id = asked.Text("requestErasure.dataSubjectRequest.id");
        await nodes.KillAsync(1);
        var read = new List<string?>();
        for (var time = 0; time < 6; time++)
        {
            read.Add((await nodes.AskAsync(nodes.Front, Show, new { id })).Text("dataSubjectRequest.plan.hash"));
        }

        await nodes.AskAsync(
            nodes.Front,
            "mutation Approve($input: ApprovePlanInput!) { approvePlan(input: $input) { errors { ... on Error { message } } } }",
            new { input = new { request = id, hash = read[0] } });
        var (done, _) = await Patience.UntilAsync(
            async () => (await nodes.AskAsync(nodes.Front, Show, new { id })).Text("dataSubjectRequest.status"), status => status is "DONE" or "DONE_WITH_RETENTION");

        // assert
        nodes.Printed.ShouldContain("telecom");
        read.Distinct().ShouldBe([asked.Text("requestErasure.dataSubjectRequest.plan.hash")]);
        done.ShouldBe("DONE");
    }
}
