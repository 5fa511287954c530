using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>A hub by which a person was erased who was in all four sources and whose contract had ended.</summary>
public sealed class ErasedPerson : RightsHub
{
    /// <summary>The customer number.</summary>
    public const string Customer = AwkwardCases.ShownFirst;

    /// <summary>The browser's id.</summary>
    public const string Visitor = "aaaaaaaa000000000000000000010001";

    private const string EndContract = $"""
        update contract set ended_on = '2025-12-31' where account_id in (select account_id from account where customer_id = '{Customer}');
        update invoice set paid_on = due_on, status = 'paid' where account_id in (select account_id from account where customer_id = '{Customer}');
        """;

    /// <summary>When the bill is due on which one of the person's calls stands.</summary>
    public static DateOnly BillDue { get; } = Today.AddDays(14);

    /// <summary>What the sources held that tells who it is and that no voucher needs.</summary>
    public static IReadOnlyList<string> Telling { get; } =
        ["aino.hallavirta@example.org", "aino.tyossa@example.com", "010180-9004", "400000001", "Oiva Hallavirta", "Aino Lempi", Caller];

    /// <summary>The request as it ended.</summary>
    public JsonElement Request { get; private set; }

    /// <summary>The person's recordings.</summary>
    public IReadOnlyList<string> RecordingsBefore { get; private set; } = [];

    /// <summary>What was held of everybody else.</summary>
    public IReadOnlyList<string> OthersBefore { get; private set; } = [];

    internal OthersData Others { get; private set; } = null!;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    // A bill still to be paid, one long past, one not made yet, and what stands on none.
    private static string Traffic => $"""
        delete from traffic_event where subscription in (select subscription from subscriber where customer_id = '{Customer}');
        insert into traffic_event (subscription, kind, direction, other_number, started_at, duration, billed, due_on)
            select subscription, kind, 'outgoing', '+358400000901', started_at || ' 10:00:00+02', 60, billed, due_on from subscriber,
                (select 'call' as kind, '{Today.AddMonths(-1):yyyy-MM-dd}' as started_at, 1 as billed, '{BillDue:yyyy-MM-dd}' as due_on
                union all select 'sms', '{Today.AddMonths(-9):yyyy-MM-dd}', 1, '{Today.AddMonths(-7):yyyy-MM-dd}'
                union all select 'roaming', '{Today.AddDays(-3):yyyy-MM-dd}', 1, null
                union all select 'data', '{Today.AddMonths(-1):yyyy-MM-dd}', 0, null) where customer_id = '{Customer}';
        """;

    protected override async Task<TestHub> StartAsync()
    {
        var hub = await base.StartAsync();
        var systems = DemoSystems.Of(hub);
        await OutsideTools.QueryAsync(systems.Billing, EndContract);
        await OutsideTools.QueryAsync(systems.CallTraffic, Traffic);
        Others = OthersData.OfAllBut(systems, Customer);
        (OthersBefore, RecordingsBefore) = (await Others.NowAsync(), Others.OwnRecordings);
        Request = await new RightsDesk(hub).EraseAsync(Customer);
        return hub;
    }
}
