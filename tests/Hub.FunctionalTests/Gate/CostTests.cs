using System.Net.Http.Json;
using System.Text.Json;
using PersonalDataHub.Hub.Commands;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

[Collection(GateTests.Name)]
public sealed class CostTests(GateHub shared)
{
    private readonly TestHub hub = shared.Hub;

    [Fact]
    public async Task Post_Should_LeaveRoom_When_TheFirstQueryIsAsked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = JsonContent.Create(new { query = SampleQuery.Document, variables = new { customer = SampleQuery.Customer } }),
        };
        request.Headers.Add("GraphQL-Cost", "validate");

        using var response = await hub.Http.SendAsync(request);

        var answer = await response.Content.ReadAsStringAsync();
        var cost = JsonElement.Parse(answer).GetProperty("extensions").GetProperty("cost");
        cost.GetProperty("fieldCost").GetInt32().ShouldBeInRange(20, 500, answer);
        cost.GetProperty("typeCost").GetInt32().ShouldBeInRange(20, 500, answer);
    }

    [Theory]
    [InlineData("registrant { requests(first: 100) { nodes { plan { items { source } } tasks { items { fate } } } } records(first: 100) { nodes { source { check { fit } } } } }", "COST_EXCEEDED")]
    public async Task FindRegistrant_Should_BeRefused_When_ItCostsTooMuch(string selection, string code)
    {
        var answer = await hub.AskPurposefullyAsync($$"""{ findRegistrant(register: "telecom", by: { customerId: "10001" }) { {{selection}} } }""");

        answer.Code.ShouldBe(code, answer.Body);
        answer.HoldsNoData.ShouldBeTrue();
    }
}
