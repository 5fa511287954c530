using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Tests.Marketing;

public sealed class MarketingPermissionsTests
{
    private const string Text = "2026-01";
    private static readonly string[] fivePurposes = ["direct-advertising", "distance-selling", "direct-marketing", "market-research", "opinion-research"];

    private static readonly PermissionOrder order = new()
    {
        Register = "shop",
        Registrant = SharingRoom.Person(),
        Purpose = "direct-marketing",
        Channel = "phone",
        Decision = PermissionDecision.Refused,
        Intake = "email",
    };

    [Theory]
    [InlineData("email", "direct-marketing", false, ContactReason.SilenceForbids)]
    [InlineData("sms", "direct-marketing", false, ContactReason.SilenceForbids)]
    [InlineData("phone", "direct-marketing", true, ContactReason.SilenceAllows)]
    [InlineData("post", "direct-marketing", true, ContactReason.SilenceAllows)]
    [InlineData("post", "direct-advertising", false, ContactReason.SilenceForbids)]
    [InlineData("email", "market-research", true, ContactReason.SilenceAllows)]
    [InlineData("email", "service", true, ContactReason.ServiceMessage)]
    [InlineData("post", "publication", false, ContactReason.PurposeOff)]
    [InlineData("post", "invoicing", false, ContactReason.NotAPurpose)]
    [InlineData("pigeon", "direct-marketing", false, ContactReason.NotAChannel)]
    [Requirement("S3-12")]
    public async Task MayContact_Should_FollowTheRegimeOfTheChannel_When_ThePersonHasSaidNothing(
        string channel, string purpose, bool allowed, ContactReason reason)
    {
        await using var room = await SharingRoom.OpenAsync();

        var answer = await MayContactAsync(room, channel, purpose);

        (answer.Allowed, answer.Reason).ShouldBe((allowed, reason));
    }

    [Fact]
    [Requirement("S0-45")]
    [Requirement("S3-22")]
    [Requirement("S4-16")]
    [Requirement("S0-25")]
    public async Task Set_Should_ShowInTheMatrix_When_ThePersonDecides()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();

        // act
        var kept = await SetAsync(room, order);
        await SetAsync(room, order with { Channel = "email", Decision = PermissionDecision.Given, TextVersion = Text });

        // assert
        var matrix = await room.Get<MarketingPermissions>().OfAsync("shop", kept.Registrant, null, SharingRoom.Token);
        Cell("phone").Allowed.ShouldBeFalse();
        Cell("email").Allowed.ShouldBeTrue();
        Cell("post").Allowed.ShouldBeTrue();
        Cell("sms").Allowed.ShouldBeFalse();
        var decision = Cell("email").Decision.ShouldNotBeNull();
        (decision.TextVersion, decision.Intake, decision.RecordedBy, decision.At, decision.Notice)
            .ShouldBe((Text, "email", "officer", room.Clock.GetUtcNow(), "first"));
        (await room.Get<MarketingPermissions>().HistoryAsync("shop", kept.Registrant, SharingRoom.Token)).Count.ShouldBe(2);
        (await room.OutcomesAsync("setMarketingPermission")).Count.ShouldBe(2);

        Permission Cell(string channel) => matrix.Single(
            cell => cell.Use == PermissionUse.Processing && cell.Purpose == "direct-marketing" && cell.Channel == channel);
    }

    [Theory]
    [InlineData("service-point")]
    [InlineData("email")]
    [InlineData("contact-person")]
    [Requirement("S1-13")]
    [Requirement("S2-14")]
    [Requirement("S1-11")]
    [Requirement("S2-12")]
    public async Task Set_Should_ForbidPublication_When_ItComesByAnyWay(string intake)
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        await TurnAsync(room, on: true);
        (await MayContactAsync(room, "post", "publication")).Allowed.ShouldBeTrue();

        // act
        await SetAsync(room, order with { Purpose = "publication", Channel = null, Intake = intake });

        // assert
        var answer = await MayContactAsync(room, "post", "publication");
        (answer.Allowed, answer.Reason, answer.Decision!.Intake).ShouldBe((false, ContactReason.Refused, intake));
    }

    [Theory]
    [MemberData(nameof(VerbsAndPurposes))]
    [Requirement("S1-48")]
    [Requirement("S1-56")]
    [Requirement("S2-58")]
    [Requirement("S2-75")]
    [Requirement("S4-26")]
    public async Task Set_Should_StopThatUseForThatPurpose_When_ThePersonForbidsIt(PermissionUse use, string purpose)
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        foreach (var every in fivePurposes)
        {
            await SetAsync(room, order with { Purpose = every, Channel = null, Decision = PermissionDecision.Given, TextVersion = Text, Use = use });
        }

        room.Clock.Advance(TimeSpan.FromDays(1));

        // act
        await SetAsync(room, order with { Purpose = purpose, Channel = null, Use = use });

        // assert
        foreach (var every in fivePurposes)
        {
            var allowed = use == PermissionUse.Processing
                ? (await MayContactAsync(room, "post", every)).Allowed
                : await IsDisclosedAsync(room, every);
            allowed.ShouldBe(every != purpose, every);
        }
    }

    public static TheoryData<PermissionUse, string> VerbsAndPurposes() =>
        new(from use in Enum.GetValues<PermissionUse>() from purpose in fivePurposes select (use, purpose));

    [Fact]
    [Requirement("S4-30")]
    public async Task MayContact_Should_LetServiceMessagesThrough_When_AllMarketingIsForbidden()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        foreach (var purpose in fivePurposes)
        {
            await SetAsync(room, order with { Purpose = purpose, Channel = null });
        }

        // act
        var service = await MayContactAsync(room, "email", "service");
        var refused = await Should.ThrowAsync<PermissionException>(() => SetAsync(room, order with { Purpose = "service", Channel = null }));

        // assert
        (service.Allowed, service.Reason).ShouldBe((true, ContactReason.ServiceMessage));
        (await MayContactAsync(room, "email", "direct-marketing")).Allowed.ShouldBeFalse();
        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe("NOT_DECIDABLE");
    }

    [Fact]
    [Requirement("S3-60")]
    public async Task MayContact_Should_TellWhatHeldThen_When_ConsentWasWithdrawnLater()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        await SetAsync(room, order with { Channel = "email", Decision = PermissionDecision.Given, TextVersion = Text });
        var given = room.Clock.GetUtcNow();
        room.Clock.Advance(TimeSpan.FromDays(10));

        // act
        await SetAsync(room, order with { Channel = "email", Decision = PermissionDecision.Withdrawn });

        // assert
        (await MayContactAsync(room, "email", "direct-marketing")).Reason.ShouldBe(ContactReason.Withdrawn);
        var then = await MayContactAsync(room, "email", "direct-marketing", given.AddDays(5));
        (then.Allowed, then.Decision!.TextVersion, then.Decision.At).ShouldBe((true, Text, given));
        (await MayContactAsync(room, "email", "direct-marketing", given.AddDays(-1))).Reason.ShouldBe(ContactReason.SilenceForbids);
    }

    [Theory]
    [InlineData("email")]
    [InlineData("sms")]
    [InlineData("phone")]
    [InlineData("post")]
    [Requirement("S2-19")]
    public async Task Set_Should_AskNoMoreForWithdrawingThanForGiving_When_ItIsAskedInAnyChannel(string channel)
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        var asked = order with { Channel = channel, TextVersion = Text };
        Func<PermissionOrder, PermissionOrder>[] savings =
        [
            one => one with { TextVersion = null },
            one => one with { Intake = "" },
            one => one with { Purpose = "" },
            one => one with { At = null },
        ];

        // act
        var give = await NeededAsync(asked with { Decision = PermissionDecision.Given });
        var withdraw = await NeededAsync(asked with { Decision = PermissionDecision.Withdrawn });
        var refuse = await NeededAsync(asked with { Decision = PermissionDecision.Refused });

        // assert
        give.ShouldBeGreaterThan(1);
        withdraw.ShouldBeLessThanOrEqualTo(give);
        refuse.ShouldBeLessThanOrEqualTo(give);
        (await MayContactAsync(room, channel, "direct-marketing")).Allowed.ShouldBeFalse();

        // How many of its parts an order cannot do without; one order is one step.
        async Task<int> NeededAsync(PermissionOrder whole)
        {
            await SetAsync(room, whole);
            var needed = 0;
            foreach (var save in savings)
            {
                try
                {
                    await SetAsync(room, save(whole));
                }
                catch (PermissionException)
                {
                    needed++;
                }
            }

            return needed;
        }
    }

    [Fact]
    [Requirement("S0-45")]
    public async Task Set_Should_CarryTheDecisionToTheSource_When_ItKeepsAFlagOfIt()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync(withCustomers: true);
        var sami = order with { Registrant = SharingRoom.Person("10004"), Purpose = "direct-advertising", Channel = "email" };
        var before = await MayContactAsync(room, "email", "direct-advertising", customer: "10004");

        // act
        var kept = await SetAsync(room, sami);
        var other = await SetAsync(room, sami with { Channel = "sms" });
        var atOnce = await MayContactAsync(room, "email", "direct-advertising", customer: "10004");
        await room.RunAsync();
        var again = await SetAsync(room, sami);

        // assert
        (before.Allowed, before.Decision!.Source).ShouldBe((true, "crm"));
        atOnce.Allowed.ShouldBeFalse();
        var sent = kept.Sources.ShouldHaveSingleItem();
        (sent.Source, sent.Outcome, sent.Request is not null).ShouldBe(("crm", PropagationOutcome.Propagating, true));
        CustomerDatabase.IsAllowed(room.Database, 2).ShouldBeFalse();
        other.Sources.ShouldHaveSingleItem().Outcome.ShouldBe(PropagationOutcome.HubEnforcedOnly);
        again.Sources.ShouldHaveSingleItem().Outcome.ShouldBe(PropagationOutcome.Agrees);
    }

    [Fact]
    public async Task Set_Should_TellEveryMistake_When_MuchIsWrong()
    {
        await using var room = await SharingRoom.OpenAsync();
        var wrong = order with { Purpose = "hobby", Channel = "pigeon", Intake = "By e-mail", At = room.Clock.GetUtcNow().AddHours(1) };

        var refused = await Should.ThrowAsync<PermissionException>(() => SetAsync(room, wrong));

        refused.Mistakes.Select(mistake => mistake.About).ShouldBe(["hobby", "pigeon", "intake", "at"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("S1-12")]
    [Requirement("S2-13")]
    [Requirement("S1-11")]
    public async Task Export_Should_LeaveOutEverybodyWhoMayNotBeOnTheList_When_LabelsAreMade(bool forbidden)
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync(withCustomers: true);
        var off = await Should.ThrowAsync<PermissionException>(() => ExportAsync(room));
        await TurnAsync(room, on: true);
        if (forbidden)
        {
            await SetAsync(room, order with { Purpose = "publication", Channel = null });
        }

        // act
        var labels = new List<AddressLabel>();
        var left = new List<LeftOut>();
        string? next = null;
        do
        {
            var page = await ExportAsync(room, next);
            labels.AddRange(page.Labels);
            left.AddRange(page.LeftOut);
            next = page.Next;
        }
        while (next is not null);

        // assert
        off.Mistakes.ShouldHaveSingleItem().Code.ShouldBe("PURPOSE_OFF");
        labels.Select(label => label.Name).ShouldBe(forbidden ? ["Sami Salli"] : ["Aino Esimerkki", "Sami Salli"]);
        (labels[^1].Street, labels[^1].PostCode, labels[^1].City).ShouldBe(("Esimerkkitie 4", "00100", "HELSINKI"));
        left.Where(one => one.Reason == LeftOutReason.Forbidden).Sum(one => one.Persons).ShouldBe(forbidden ? 2 : 1);
        left.Where(one => one.Reason == LeftOutReason.ProtectedAddress).Sum(one => one.Persons).ShouldBe(1);
        var told = await room.OutcomesAsync("exportAddressLabels");
        told[0].Outcome!.Outcome.ShouldBe("refused: PURPOSE_OFF");
        told.Sum(entry => entry.Outcome!.Records).ShouldBe(labels.Count);
    }

    [Fact]
    public async Task Export_Should_BeForOfficers_When_SomebodyElseAsks()
    {
        await using var room = await SharingRoom.OpenAsync(withCustomers: true);

        var refused = await Should.ThrowAsync<RegistrantQueryException>(() => room.Get<AddressLabels>().ExportAsync(
            "shop", null, 10, null, "rights", SharingRoom.Officer with { Role = Roles.Tool }, SharingRoom.Token));

        refused.Code.ShouldBe("FORBIDDEN");
    }

    private static Task<KeptPermission> SetAsync(SharingRoom room, PermissionOrder asked) =>
        room.Get<MarketingPermissions>().SetAsync(asked, "rights", SharingRoom.Officer, SharingRoom.Token);

    private static Task<ContactAnswer> MayContactAsync(
        SharingRoom room, string channel, string purpose, DateTimeOffset? at = null, string customer = "10001") =>
        room.Get<MarketingPermissions>().MayContactAsync(
            "shop", SharingRoom.Person(customer), channel, purpose, at, "rights", SharingRoom.Officer, SharingRoom.Token);

    private static Task TurnAsync(SharingRoom room, bool on) => room.Get<PurposeSwitches>().TurnAsync(
        "shop", "publication", on, "The board has decided so.", "rights", SharingRoom.Officer, SharingRoom.Token);

    private static Task<AddressLabelPage> ExportAsync(SharingRoom room, string? after = null) =>
        room.Get<AddressLabels>().ExportAsync("shop", null, 3, after, "rights", SharingRoom.Officer, SharingRoom.Token);

    private static async Task<bool> IsDisclosedAsync(SharingRoom room, string purpose)
    {
        try
        {
            await room.Get<DisclosureLedger>().DiscloseAsync(
                new()
                {
                    Register = "shop", Recipient = "partner", Ground = "contract", Registrants = [SharingRoom.Person()], Fields = ["account.phone"], For = purpose,
                },
                "rights",
                SharingRoom.Officer,
                SharingRoom.Token);
            return true;
        }
        catch (DisclosureException refused)
        {
            refused.Mistakes.ShouldAllBe(mistake => mistake.Code == DisclosureMistakes.Forbidden);
            return false;
        }
    }
}
