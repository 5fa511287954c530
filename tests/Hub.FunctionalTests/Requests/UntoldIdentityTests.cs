using System.Text.Json;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>The CRM is down, and only it could tell by which number other sources know the person.</summary>
public sealed class UntoldIdentityTests
{
    [Fact]
    public async Task RequestErasure_Should_NotLeaveOutASource_When_TheOneThatTellsItsIdentityIsDown()
    {
        // arrange
        var crm = "";
        await using var hub = await TestHub.StartAsync((data, _, _) =>
        {
            crm = Path.Combine(data, "telecom", "crm.db");
            Change(Path.Combine(data, "telecom", "billing.db"), "update account set customer_id = '' where customer_id = '10001'");
            File.Move(crm, crm + ".away");
        });

        // act
        var planned = await EraseAsync(hub, Account(hub));
        await ApproveAsync(hub, planned);
        File.Move(crm + ".away", crm);
        var later = (await Patience.UntilAsync(
            () => FindAsync(hub, planned.Text("id")!),
            request => request.Items("plan.items").Select(item => item.Text("source")).Contains("call-recordings"))).Answer;

        // assert
        var missing = planned.Items("plan.notReached").ToDictionary(one => one.Text("source")!, one => one.Text("reason")!);
        missing.Keys.ShouldContain("crm");
        missing["call-recordings"].ShouldContain("crm may tell");
        later.Text("status").ShouldBeOneOf("AWAITING_APPROVAL", "RUNNING");
    }

    private static string Account(TestHub hub)
    {
        using var connection = Open(Path.Combine(hub.DataDirectory, "telecom", "billing.db"));
        using var command = connection.CreateCommand();
        command.CommandText = "select account_id from account where customer_id = ''";
        return (string)command.ExecuteScalar()!;
    }

    private static void Change(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private const string Shown = "id status plan { hash items { source } notReached { source reason } notAsked { source reason } }";

    private static async Task<JsonElement> EraseAsync(TestHub hub, string account) => (await hub.DataAsync(
        $$"""
        mutation Erase($header: RequestHeader!) {
          requestErasure(input: { register: "telecom", header: $header, scope: { all: true }, ground: CONSENT_WITHDRAWN }) {
            dataSubjectRequest { {{Shown}} }
            errors { __typename ... on Error { message } }
          }
        }
        """,
        new
        {
            header = new
            {
                clientRequestKey = "one",
                registrant = new { identity = new { kind = "customerNumber", value = account, issuer = "billing" } },
                receivedAt = DemoData.Now,
                channel = "PORTAL",
            },
        })).At("requestErasure.dataSubjectRequest");

    private static Task<JsonElement> ApproveAsync(TestHub hub, JsonElement request) => hub.DataAsync(
        $$"""mutation { approvePlan(input: { request: "{{request.Text("id")}}", hash: "{{request.Text("plan.hash")}}" }) { errors { ... on Error { message } } } }""");

    private static async Task<JsonElement> FindAsync(TestHub hub, string id) =>
        (await hub.DataAsync($$"""{ dataSubjectRequest(id: "{{id}}") { {{Shown}} } }""")).At("dataSubjectRequest");
}
