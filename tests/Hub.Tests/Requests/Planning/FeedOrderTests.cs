using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

public sealed class FeedOrderTests
{
    [Fact]
    public void Before_Should_NameAllUpstream_When_TheyFeedThroughASourceWithoutTask()
    {
        var order = new FeedOrder([Feeding("web"), Feeding("crm", "store"), Feeding("store", "web")]);

        order.Before("web", ["web", "crm"]).ShouldBe(["crm"]);
        order.Before("crm", ["web", "crm"]).ShouldBeEmpty();
    }

    [Fact]
    public void Before_Should_GoByTheRegistersOrder_When_SourcesFeedEachOther()
    {
        var order = new FeedOrder([Feeding("crm", "web"), Feeding("store", "crm"), Feeding("web", "store")]);
        string[] all = ["web", "store", "crm"];

        order.Before("crm", all).ShouldBeEmpty();
        order.Before("store", all).ShouldBe(["crm"]);
        order.Before("web", all).ShouldBe(["store", "crm"]);
    }

    private static Source Feeding(string id, params string[] fed)
    {
        var source = PlanningRoom.SourceOf(id);
        return source with { Descriptor = source.Descriptor! with { Feeds = fed } };
    }
}
