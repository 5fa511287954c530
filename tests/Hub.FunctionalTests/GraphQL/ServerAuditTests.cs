using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.GraphQL;

/// <summary>The audits of npm <c>graphql-http</c> judge the hub, asked with the key of somebody who may see the schema.</summary>
public sealed class ServerAuditTests(SharedHub shared) : IClassFixture<SharedHub>
{
    [Fact]
    public async Task Hub_Should_PassEveryAudit_When_TheCallerMaySeeTheSchema()
    {
        var audits = await GraphQLClients.AuditAsync(new Uri(shared.Hub.Address, "graphql"), new { Authorization = "Bearer demo-dpo" });

        audits.Count(audit => audit.Name.StartsWith("MUST", StringComparison.Ordinal) && audit.Status == "ok").ShouldBe(13);
        audits.Where(audit => audit.Status != "ok").ShouldBeEmpty();
        audits.Count.ShouldBe(61);
    }
}
