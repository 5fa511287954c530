using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class PlanCacheTests
{
    [Fact]
    public void Add_Should_DropTheLeastRecentlyUsed_When_Full()
    {
        // arrange
        var cache = new PlanCache(2);
        var document = new PreparedDocument(Parser.ParseDocument("{ a }"));
        cache.Add("a", document);
        cache.Add("b", document);

        // act
        cache.Find("a");
        cache.Add("c", document);

        // assert
        cache.Find("b").ShouldBeNull();
        cache.Find("a").ShouldBe(document);
        cache.Find("c").ShouldBe(document);
    }
}
