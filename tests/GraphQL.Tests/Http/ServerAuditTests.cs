namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>The audits of npm <c>graphql-http</c> judge the server.</summary>
public sealed class ServerAuditTests
{
    [Fact]
    public async Task Server_Should_PassEveryAudit()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());

        var audits = await GraphQLClients.AuditAsync(host.Address);

        audits.Count(a => a.Name.StartsWith("MUST", StringComparison.Ordinal) && a.Status == "ok").ShouldBe(13);
        audits.Where(a => a.Status != "ok").ShouldBeEmpty();
        audits.Count.ShouldBe(61);
    }
}
