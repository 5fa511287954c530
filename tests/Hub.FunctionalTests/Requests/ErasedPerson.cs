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

    protected override async Task<TestHub> StartAsync()
    {
        var hub = await base.StartAsync();
        var systems = DemoSystems.Of(hub);
        await OutsideTools.QueryAsync(systems.Billing, EndContract);
        Others = OthersData.OfAllBut(systems, Customer);
        (OthersBefore, RecordingsBefore) = (await Others.NowAsync(), Others.OwnRecordings);
        Request = await new RightsDesk(hub).EraseAsync(Customer);
        return hub;
    }
}
