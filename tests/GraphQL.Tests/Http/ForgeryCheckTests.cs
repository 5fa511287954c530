using Microsoft.AspNetCore.Http;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class ForgeryCheckTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(false, "Accept: application/json")]
    [InlineData(false, "Sec-Fetch-Mode: cors")]
    [InlineData(false, "Sec-Fetch-Site: same-origin", "Cookie: a=b", "Referer: https://a.example")]
    [InlineData(false, "Sec-Fetch-Site: none", "Cookie: a=b")]
    [InlineData(false, "Sec-Fetch-Site: cross-site", "GraphQL-Preflight: 1")]
    [InlineData(false, "Sec-Fetch-Site: cross-site", "Authorization: Bearer key")]
    [InlineData(true, "Sec-Fetch-Site: cross-site", "Authorization: Basic YTpi")]
    [InlineData(true, "Sec-Fetch-Site: cross-site")]
    [InlineData(true, "Sec-Fetch-Site: same-site")]
    [InlineData(true, "Sec-Fetch-Site: cross-site", "Accept: text/event-stream")]
    [InlineData(true, "Cookie: a=b")]
    [InlineData(true, "Origin: https://other.example")]
    [InlineData(true, "Referer: https://other.example/page")]
    public async Task Get_Should_BeRefused_When_APageOfAnotherSiteMaySendIt(bool isRefused, params string[] headers)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Btitles%7D");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        foreach (var header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        }

        using var response = await host.Client.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(isRefused ? 400 : 200);
        (await response.Content.ReadAsStringAsync()).Contains("PREFLIGHT_REQUIRED", StringComparison.Ordinal).ShouldBe(isRefused);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("GraphQL-Preflight", false)]
    [InlineData("X-Requested-With", false)]
    public void IsPossible_Should_BeAssumed_When_TheHeaderIsDemandedOfEverybody(string? header, bool expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Accept = "application/json";
        if (header is not null)
        {
            context.Request.Headers[header] = "1";
        }

        ForgeryCheck.IsPossible(context.Request, new GraphQLOptions { EnforceGetRequestsPreflightHeader = true }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Post_Should_BeRefused_When_AFormCouldSendIt(string contentType)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddLibrary());
        using var content = new StringContent("""{"query":"{ titles }"}""");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await host.Client.PostAsync("/graphql", content);

        ((int)response.StatusCode).ShouldBe(415);
    }
}
