using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Thirty people of the demo are erased together, over HTTP, from four real sources.</summary>
public sealed class BulkErasureTests
{
    private const string Standing = "id status hash persons requestCounts { status count } taskCounts { source state count }";

    private static readonly string[] Thirty = [.. Enumerable.Range(10101, 30).Select(number => $"{number}")];

    [Fact]
    public async Task RequestErasures_Should_TellEveryMistakeByItsPlace_When_PeopleAreUnknown()
    {
        // arrange
        await using var hub = await TestHub.StartAsync();

        // act
        var refused = await RequestAsync(hub, "one", ["10101", "99999", "10101"]);

        // assert
        refused.At("bulkErasure").ValueKind.ShouldBe(JsonValueKind.Null);
        refused.Items("errors").Select(error => (error.Text("__typename"), error.Text("about"))).ShouldBe(
        [
            ("RequestRefusedError", "registrants[1]"),
            ("RequestRefusedError", "registrants[2]"),
        ]);
    }

    [Fact]
    public async Task ApproveErasures_Should_EraseAllThirtyAndNobodyElse_When_TheirHashIsApproved()
    {
        // arrange
        await using var hub = await TestHub.StartAsync();
        var others = Others(hub);
        var bulk = (await RequestAsync(hub, "thirty", Thirty)).At("bulkErasure");
        var id = bulk.Text("id")!;
        var undecided = bulk.At("plan.undecided").GetInt32();
        (bulk.At("persons").GetInt32() + undecided).ShouldBe(30);

        // act
        var wrong = await DecideAsync(hub, "approveErasures", $"bulk: \"{id}\", hash: \"wrong\", persons: 30");
        var approved = await DecideAsync(
            hub, "approveErasures", $"bulk: \"{id}\", hash: \"{bulk.Text("hash")}\", persons: {bulk.At("persons").GetInt32()}");
        var paused = await DecideAsync(hub, "pauseErasures", $"bulk: \"{id}\"");
        var resting = await UntilAsync(hub, id, standing => Tasks(standing, "EXECUTING") == 0);
        var resumed = await DecideAsync(hub, "resumeErasures", $"bulk: \"{id}\"");
        await UntilAsync(hub, id, standing => standing.Items("requestCounts").Where(count => count.Text("status") is "DONE" or "DONE_WITH_RETENTION")
            .Sum(count => count.At("count").GetInt32()) == 30 - undecided);

        // assert
        wrong.Texts("errors", "__typename").ShouldBe(["PlanChangedError"]);
        approved.Text("bulkErasure.status").ShouldBe("RUNNING");
        paused.Text("bulkErasure.status").ShouldBe("PAUSED");
        Tasks(resting, "EXECUTING").ShouldBe(0);
        resumed.Text("bulkErasure.status").ShouldBeOneOf("RUNNING", "DONE");
        Others(hub).ShouldBe(others);
    }

    [Fact]
    public async Task Erasures_Should_ShowEverybodysResult_When_TheyHaveEnded()
    {
        // arrange
        await using var hub = await TestHub.StartAsync();
        string[] three = [.. Thirty.Take(3)];
        var bulk = (await RequestAsync(hub, "three", three)).At("bulkErasure");
        var id = bulk.Text("id")!;
        await DecideAsync(hub, "approveErasures", $"bulk: \"{id}\", hash: \"{bulk.Text("hash")}\", persons: {bulk.At("persons").GetInt32()}");

        // act
        await UntilAsync(hub, id, standing => standing.Text("status") is "DONE" or "NEEDS_PERSON");
        var results = (await EveryResultAsync(hub, id)).Where(request => request.Text("status") != "UNDECIDED").ToList();

        // assert
        results.Count.ShouldBe(bulk.At("persons").GetInt32());
        results.SelectMany(request => request.Items("tasks")).ShouldAllBe(task => task.Text("state") == "FINAL"
            || (task.Text("source") == "billing" && task.Text("state") == "WAITING"));
        results.SelectMany(request => request.Items("tasks")).SelectMany(task => task.Items("items"))
            .ShouldAllBe(item => item.Text("outcome") == "VERIFIED" || item.Text("outcome") == "RETAINED" || item.Text("outcome") == "NOT_HELD");
        Rows(hub, "crm.db", $"select count(*) from customer where customer_id in ({Quoted(three)})").ShouldBe([$"{bulk.At("plan.undecided").GetInt32()}"]);
    }

    private static async Task<JsonElement> RequestAsync(TestHub hub, string key, IEnumerable<string> customers) => (await hub.DataAsync(
        $$"""
        mutation Erase($header: BulkHeader!, $people: [RegistrantKey!]!) {
          requestErasures(input: { register: "telecom", header: $header, registrants: $people, scope: { all: true }, ground: CONSENT_WITHDRAWN }) {
            bulkErasure { {{Standing}} plan { undecided items { source recordType records fate } } }
            errors { __typename ... on RequestRefusedError { code about message } }
          }
        }
        """,
        new
        {
            header = new { clientRequestKey = key, receivedAt = DemoData.Now, channel = "PORTAL" },
            people = customers.Select(customer => new { customerId = customer }),
        })).At("requestErasures");

    private static async Task<JsonElement> DecideAsync(TestHub hub, string mutation, string arguments) => (await hub.DataAsync(
        $$"""mutation { {{mutation}}(input: { {{arguments}} }) { bulkErasure { {{Standing}} } errors { __typename ... on Error { message } } } }"""))
        .At(mutation);

    private static async Task<JsonElement> UntilAsync(TestHub hub, string id, Func<JsonElement, bool> isThere) =>
        (await Patience.UntilAsync(
            async () => (await hub.DataAsync($$"""{ erasures(id: "{{id}}") { {{Standing}} } }""")).At("erasures"), isThere)).Answer;

    private static async Task<IReadOnlyList<JsonElement>> EveryResultAsync(TestHub hub, string id) => (await hub.DataAsync(
        $$"""{ erasures(id: "{{id}}") { requests(first: 100) { nodes { status tasks { source state items { recordType outcome } } } } } }"""))
        .Items("erasures.requests.nodes");

    private static int Tasks(JsonElement standing, string state) =>
        standing.Items("taskCounts").Where(count => count.Text("state") == state).Sum(count => count.At("count").GetInt32());

    // Every row and recording that is nobody's of the thirty.
    private static List<string> Others(TestHub hub)
    {
        var telecom = Path.Combine(hub.DataDirectory, "telecom");
        var recordings = File.ReadLines(Path.Combine(telecom, "recordings", "Master.csv")).Select(line => line.Split('"'))
            .Where(call => !Thirty.Contains(call[1]) && call[^2].Length > 0)
            .Select(call => Path.Combine(telecom, "recordings", call[^2]))
            .Where(File.Exists)
            .Select(file => $"{file}: {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
        string[] crm = ["customer", "email", "phone", "postal_address", "marketing_permission", "service_note"];
        return
        [
            .. crm.SelectMany(table => Rows(hub, "crm.db", $"select * from {table} where customer_id not in ({Quoted(Thirty)}) order by 1, 2")),
            .. Rows(hub, "billing.db", $"select * from account where customer_id not in ({Quoted(Thirty)}) order by 1"),
            .. Rows(hub, "billing.db", $"select invoice.* from invoice join account using (account_id) where customer_id not in ({Quoted(Thirty)}) order by 1"),
            .. recordings,
        ];
    }

    private static string Quoted(IEnumerable<string> customers) => string.Join(", ", customers.Select(customer => $"'{customer}'"));

    private static IReadOnlyList<string> Rows(TestHub hub, string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.DataDirectory, "telecom", file)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        }

        return rows;
    }
}
