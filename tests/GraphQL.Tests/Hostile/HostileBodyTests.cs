using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Hostile;

/// <summary>Bodies of requests that are made to harm: refused with a typed error, nothing resolved, and the next request is answered.</summary>
public sealed class HostileBodyTests
{
    private const string Depth = "{\"query\":\"query($i:[Int]){pick(ints:$i)}\",\"variables\":{\"i\":";

    public static TheoryData<string, int> Bodies => new()
    {
        { Depth + new string('[', 100_000) + new string(']', 100_000) + "}}", 400 },
        { Depth + new string('[', 1_000_000), 400 },
        { Depth + string.Concat(Enumerable.Repeat("{\"a\":", 200_000)), 400 },
        { Depth + new string('[', 60) + new string(']', 60) + "}}", 200 },
        { "{\"query\":\"{party{name}}\",\"query\":\"{party{name}}\"}", 400 },
        { "{\"query\":\"{party{name}}\",\"variables\":{\"a\":1,\"a\":2}}", 400 },
        { "{\"query\":\"query($i:Int){pick(int:$i)}\",\"variables\":{\"i\":" + new string('9', 100_000) + "}}", 200 },
        { "{\"query\":\"query($i:Float){pick(float:$i)}\",\"variables\":{\"i\":1e" + new string('9', 1_000) + "}}", 200 },
        { "{\"query\":\"query($i:Int){pick(int:$i)}\",\"variables\":[1]}", 400 },
        { "{\"query\":\"query($i:Int){pick(int:$i)}\",\"variables\":\"" + new string('x', 1_000_000) + "\"}", 400 },
        { "{\"query\":[[[[]]]]}", 400 },
        { "{\"query\":\"" + new string('{', 1_000_000) + "\"}", 200 },
        { "[" + string.Concat(Enumerable.Repeat("{\"query\":\"{party{name}}\"},", 1_000)) + "{\"query\":\"{party{name}}\"}]", 400 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Post_Should_RefuseWithATypedError_When_TheBodyIsHostile(string body, int status) =>
        await RefusedAsync(Encoding.UTF8.GetBytes(body), status);

    [Fact]
    public async Task Post_Should_RefuseWithATypedError_When_TheBodyIsTooLong() =>
        await RefusedAsync([.. "{\"query\":\"{party{name}}\",\"extensions\":{\"a\":\""u8, .. new byte[3 * 1024 * 1024]], 413);

    private static async Task RefusedAsync(byte[] body, int status)
    {
        await using var host = await GraphQLHost.StartAsync(TargetServer.Configure);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");

        using var response = await host.Client.PostAsync("/graphql", content);

        response.StatusCode.ShouldBe((HttpStatusCode)status);
        var errors = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors");
        errors.EnumerateArray().ShouldAllBe(error => error.GetProperty("extensions").GetProperty("code").GetString() != "INTERNAL_ERROR");
        host.Services.GetRequiredService<ResolverCalls>().Total.ShouldBe(0);
        (await host.QueryAsync("{ party { name } }")).ShouldBe("""{"data":{"party":{"name":"Person"}}}""");
    }
}
