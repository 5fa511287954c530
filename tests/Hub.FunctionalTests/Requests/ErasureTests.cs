using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>An erased person is gone from every source but for what the law keeps, as programs see that know nothing of the hub (GDPR Art. 17).</summary>
public sealed class ErasureTests(ErasedPerson erased) : IClassFixture<ErasedPerson>
{
    private const string Customer = ErasedPerson.Customer;
    private readonly DemoSystems systems = erased.Systems;

    [Fact]
    [Requirement("S0-50")]
    [Requirement("S1-58")]
    public async Task ApprovePlan_Should_TakeThePersonOutOfEverySource_When_TheErasureIsApproved()
    {
        // arrange
        var tables = (await OutsideTools.QueryAsync(systems.Crm, "select name from sqlite_master where type = 'table'")).Select(name => name.Trim('\''));
        var rows = string.Join(" union all ", tables.Select(table => $"select customer_id from {table}"));

        // act
        var left = await OutsideTools.QueryAsync(systems.Crm, $"select count(*) from ({rows}) where customer_id = '{Customer}'");
        var lines = await OutsideTools.ZgrepAsync(ErasedPerson.Visitor, Directory.GetFiles(systems.WebLogs));
        var calls = await OutsideTools.ZgrepAsync($"\"{Customer}\"", [systems.CallDetailRecords]);

        // assert
        left.ShouldBe(["0"]);
        lines.ShouldBeEmpty();
        calls.ShouldBeEmpty();
        erased.RecordingsBefore.Count.ShouldBe(4);
        erased.RecordingsBefore.ShouldAllBe(path => !File.Exists(Path.Combine(systems.Recordings, path)));
    }

    [Fact]
    public async Task ApprovePlan_Should_LeaveNoTraceInTheFiles_When_TheErasureIsApproved()
    {
        // arrange
        string[] databases = [systems.Crm, systems.Billing, Path.Combine(erased.Hub.DataDirectory, "hub.db")];
        string[] files = [.. databases, .. databases.Select(file => $"{file}-wal"), .. databases.Select(file => $"{file}-journal"), systems.CallDetailRecords];

        // act
        var traces = new List<string>();
        foreach (var telling in ErasedPerson.Telling)
        {
            traces.AddRange((await OutsideTools.HoldingAsync(telling, files)).Select(file => $"{telling} in {file}"));
        }

        var control = await OutsideTools.HoldingAsync(AwkwardCases.OwnEmailAddress, files);
        var kept = await OutsideTools.HoldingAsync("Hallavirta", files);

        // assert
        traces.ShouldBeEmpty();
        control.ShouldBe([systems.Crm, systems.Billing], ignoreOrder: true);
        kept.ShouldBe([systems.Billing]);
    }

    [Fact]
    [Requirement("S3-55")]
    [Requirement("S1-26")]
    public async Task ApprovePlan_Should_KeepTheVouchers_When_TheLawSaysSo()
    {
        // act
        var invoices = await OutsideTools.QueryAsync(
            systems.Billing, $"select count(*) from invoice join account using (account_id) where customer_id = '{Customer}'");
        var account = await OutsideTools.QueryAsync(
            systems.Billing, $"select family_name, identity_code, email from account where customer_id = '{Customer}'");

        // assert
        erased.Request.Text("status").ShouldBe("DONE_WITH_RETENTION");
        var vouchers = erased.Request.TaskOf("billing").Items("items").Where(item => item.Text("recordType") is "invoice" or "payment").ToList();
        vouchers.ShouldAllBe(item => item.Text("outcome") == "RETAINED"
            && item.Text("article")!.StartsWith("Accounting Act 1336/1997 2:10", StringComparison.Ordinal)
            && item.Text("until") == "2032-12-31");
        invoices.ShouldBe(["3"]);
        account.ShouldBe(["'Hallavirta',NULL,NULL"]);
        erased.Request.Items("tasks").Where(task => task.Text("source") is not ("billing" or "call-traffic"))
            .ShouldAllBe(task => task.Items("items").All(item => item.Text("outcome") == "VERIFIED"));
    }

    [Fact]
    [Requirement("S1-58")]
    public async Task Residue_Should_ListExactlyWhatIsStillThere_When_TheErasureHasEnded()
    {
        // arrange: what programs that know nothing of the hub still find at the sources
        var vouchers = await OutsideTools.QueryAsync(
            systems.Billing,
            $"select (select count(*) from invoice join account using (account_id) where customer_id = '{Customer}'), "
                + $"(select count(*) from payment join account using (account_id) where customer_id = '{Customer}')");

        // act
        var answer = await erased.Hub.DataAsync(
            "query Left($id: ID!) { dataSubjectRequest(id: $id) { residue { source recordType field records outcome reason article statements until } letter(language: \"en\") } }",
            new { id = erased.Request.Text("id") });
        var residue = answer.Items("dataSubjectRequest.residue");

        // assert
        residue.Select(one => one.Text("source")).Distinct().ShouldBe(["billing", "call-traffic"], ignoreOrder: true);
        int Records(string type) => residue.Where(one => one.Text("recordType") == type && one.At("field").ValueKind == JsonValueKind.Null).Sum(one => one.At("records").GetInt32());
        vouchers.ShouldBe([$"{Records("invoice")},{Records("payment")}"]);
        residue.ShouldAllBe(one => one.Text("outcome") == "RETAINED" && one.Text("article")!.Length > 0);
        residue.Where(one => one.Text("recordType") is "invoice" or "payment").ShouldAllBe(one => one.Text("until") == "2032-12-31");

        // Each item that is proven gone is in no list of what stays. Of the calls some are gone: their number tells.
        Records("trafficEvent").ShouldBe(2);
        var gone = erased.Request.Items("tasks").SelectMany(task => task.Items("items")
            .Where(item => item.Text("outcome") is "VERIFIED" or "NOT_HELD" && item.Text("recordType") != "trafficEvent")
            .Select(item => $"{task.Text("source")} {item.Text("recordType")} {item.At("field")}")).ToHashSet();
        gone.ShouldNotBeEmpty();
        residue.Select(one => $"{one.Text("source")} {one.Text("recordType")} {one.At("field")}").Where(one => gone.Contains(one)).ShouldBeEmpty();

        // The person is told the same in writing, by whom and with the way to complain.
        var letter = answer.Text("dataSubjectRequest.letter").ShouldNotBeNull();
        letter.ShouldContain("Esimerkki Tele Oy");
        letter.ShouldContain("Business ID 9900005-0");
        letter.ShouldContain("| billing | invoice | kept |");
        letter.ShouldContain("the Office of the Data Protection Ombudsman");
        letter.ShouldNotContain("Hallavirta");
    }

    [Fact]
    [Requirement("S3-62")]
    public async Task ApprovePlan_Should_KeepTrafficDataAsLongAsItsBillDemands_When_TheLawSaysSo()
    {
        // act
        var events = erased.Request.TaskOf("call-traffic").Items("items").Where(item => item.Text("recordType") == "trafficEvent").ToList();
        var left = await OutsideTools.QueryAsync(
            systems.CallTraffic, $"select kind from traffic_event join subscriber using (subscription) where customer_id = '{Customer}' order by kind");

        // assert: what is behind a bill not long paid, and behind one not made yet
        left.ShouldBe(["'call'", "'roaming'"]);
        events.Count(item => item.Text("outcome") == "VERIFIED").ShouldBe(2);
        var kept = events.Where(item => item.Text("outcome") == "RETAINED").ToList();
        kept.ShouldAllBe(item => item.Text("article") == "Act on Electronic Communications Services 917/2014 s. 139");
        kept.Select(item => item.Text("until")).ShouldBe([$"{ErasedPerson.BillDue.AddMonths(3):yyyy-MM-dd}", null], ignoreOrder: true);
    }

    [Fact]
    public async Task FindRegistrant_Should_ShowOnlyWhatIsKept_When_ThePersonWasErased()
    {
        // act
        var search = await erased.Hub.FindAsync(
            new { customerId = Customer },
            """
            sources { source { id } status }
            registrant {
              identities { kind issuer } profile { emails { value } phones { value } }
              invoices { nodes { number } } contracts { nodes { id } } customers { nodes { id } } callRecords { nodes { id } } visits { nodes { id } }
              trafficEvents { nodes { id } } networkSubscribers { nodes { id } } serviceBarrings { nodes { id } }
            }
            """);

        // assert
        search.Statuses().ShouldBe(
            new Dictionary<string, string?>
            {
                ["crm"] = "NOTHING_FOUND", ["billing"] = "ANSWERED", ["call-recordings"] = "NOTHING_FOUND", ["web-analytics"] = "NOTHING_FOUND",
                ["call-traffic"] = "ANSWERED", ["barring"] = "NOTHING_FOUND",
            },
            ignoreOrder: true);
        search.Items("registrant.invoices.nodes").Count.ShouldBe(3);
        foreach (var list in (string[])["contracts", "customers", "callRecords", "visits", "serviceBarrings"])
        {
            search.Items($"registrant.{list}.nodes").ShouldBeEmpty(list);
        }

        search.Items("registrant.profile.emails").ShouldBeEmpty();
        search.Texts("registrant.identities", "kind").ShouldNotContain(kind => kind == "visitor" || kind == "email" || kind == "phone");
    }

    [Fact]
    public async Task DataSubjectRequests_Should_StillBeListed_When_ThePersonWasErased()
    {
        // act
        var listed = await erased.Hub.DataAsync(
            """query List($of: RegistrantKey!) { dataSubjectRequests(register: "telecom", of: $of) { nodes { id kind status } } }""",
            new { of = new { customerId = Customer } });

        // assert
        var request = listed.Items("dataSubjectRequests.nodes").ShouldHaveSingleItem();
        (request.Text("id"), request.Text("kind"), request.Text("status")).ShouldBe((erased.Request.Text("id"), "ERASURE", "DONE_WITH_RETENTION"));
    }

    [Fact]
    public async Task ApprovePlan_Should_LeaveEverybodyElseAsTheyWere_When_OnePersonIsErased()
    {
        // act
        var after = await erased.Others.NowAsync();

        // assert
        after.Count.ShouldBeGreaterThan(1000);
        after.ShouldBe(erased.OthersBefore);
    }
}
