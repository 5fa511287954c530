using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.PartnerFeed;

public sealed class PartnerFeedConnectorTests : IDisposable
{
    private readonly Partner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    [Requirement("S0-33"), Requirement("S1-20"), Requirement("S2-26")]
    public async Task Read_Should_TellTheNewestOfEachKey_When_ThePartnerHasDeliveredSeveralTimes()
    {
        // arrange
        partner.Deliver("2026-10-19", Partner.Row("1", name: "Lahti"), Partner.Row("2", changed: "18.10.2026"), Partner.Row("3", customer: "10002"));
        partner.Deliver("2026-10-26", Partner.Row("1", name: "Mäki", insured: "maybe"));
        File.WriteAllText(Path.Combine(partner.Path, "updates-draft.csv"), "not a delivery");
        var feed = partner.Connect();

        // act
        var page = await feed.ReadAsync(Partner.Person);

        // assert
        page.Records.Count.ShouldBe(2);
        var (older, newer) = (page.Records[0], page.Records[1]);
        feed.Text(newer, "familyName").ShouldBe("Mäki");
        feed.Value(newer, "insured").ShouldBeNull();
        feed.Value(older, "insured").ShouldBe(new BooleanValue(true));
        ((CompositeValue)feed.Value(newer, "address")!).Parts.ShouldBe([null, new TextValue("Mäkikatu 1"), new TextValue("00100"), new TextValue("Helsinki"), null]);
        older.ObservedAt.ShouldBe(new DateTimeOffset(2026, 10, 18, 0, 0, 0, TimeSpan.Zero));
        newer.ObservedAt.ShouldBe(new DateTimeOffset(2026, 10, 26, 0, 0, 0, TimeSpan.Zero));
        page.AsOf.ShouldBe(new DateTimeOffset(2026, 10, 26, 0, 0, 0, TimeSpan.Zero));
        page.Gaps.ShouldBe(["1 rows have values that could not be read."]);
    }

    [Fact]
    [Requirement("S1-20"), Requirement("S2-26")]
    public void Describe_Should_SayWhoseDataItOverwrites_When_TheSettingsDo()
    {
        var descriptor = partner.Connect().Describe();

        descriptor.Feeds.ShouldBe(["crm"]);
        descriptor.Freshness.ShouldBe(TimeSpan.FromDays(7));
        descriptor.RecordTypes.ShouldHaveSingleItem().Fields.Single(field => field.Name == "address").ProfileTerm.ShouldBe(ProfileTerms.PostalAddress);
        descriptor.Abilities.Select(ability => (ability.Ability, ability.Mode)).ShouldBe(
            [(Ability.Rectification, AbilityMode.Manual), (Ability.Erasure, AbilityMode.Manual)]);
    }

    [Fact]
    public async Task Read_Should_LeaveAKeyToItsNewHolder_When_ANewerDeliveryGivesItToAnother()
    {
        partner.Deliver("2026-10-19", Partner.Row("1"));
        partner.Deliver("2026-10-26", Partner.Row("1", customer: "10002", email: "second@example.org"));

        (await partner.Connect().ReadAsync(Partner.Person)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_Should_TakeTheNewestDeliveryOnly_When_EachIsFull()
    {
        partner.Deliver("2026-10-19", Partner.Row("1"));
        partner.Deliver("2026-10-26", Partner.Row("2"));

        (await partner.Connect("deliveries: full").ReadAsync(Partner.Person)).Records.Count.ShouldBe(1);
        (await partner.Connect().ReadAsync(Partner.Person)).Records.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("FIRST@example.org", null, null, 1)]
    [InlineData("first@example.org", "2026-10-20", null, 0)]
    [InlineData("first@example.org", null, "2026-10-19", 1)]
    [InlineData("other@example.org", null, null, 0)]
    public async Task Read_Should_FindByAnyIdentityWithinItsValidity_When_TheSettingsListIt(string email, string? from, string? to, int expected)
    {
        partner.Deliver("2026-10-19", Partner.Row("1"));

        var identity = new SubjectIdentity(IdentityKinds.Email, email, null, Day(from), Day(to));

        (await partner.Connect().ReadAsync(identity)).Records.Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Read_Should_NameBothIdentities_When_BothFindTheRow()
    {
        partner.Deliver("2026-10-19", Partner.Row("1"));

        var page = await partner.Connect().ReadAsync(new SubjectIdentity(IdentityKinds.Email, "first@example.org", null), Partner.Person);

        page.Records.ShouldHaveSingleItem().FoundBy.ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Read_Should_SayThatNothingArrived_When_TheFolderIsEmpty()
    {
        var page = await partner.Connect().ReadAsync(Partner.Person);

        page.Records.ShouldBeEmpty();
        page.Gaps.ShouldBe(["No delivery has arrived yet."]);
    }

    [Fact]
    [Requirement("S0-33")]
    public async Task Check_Should_TellLatenessAndLosses_When_DeliveriesAreNotRight()
    {
        // arrange
        partner.Deliver("2026-01-05", Partner.Row("1"), "half a row");
        var feed = partner.Connect();

        // act
        var late = await feed.CheckAsync(new(), TestContext.Current.CancellationToken);
        File.WriteAllText(Path.Combine(partner.Path, "updates-2026-10-26.csv"), "id;name\r\n");
        var unfit = await feed.CheckAsync(new(), TestContext.Current.CancellationToken);

        // assert
        late.Failure.ShouldBeNull();
        late.Remarks.ShouldContain("1 deliveries, the newest of 2026-01-05.");
        late.Remarks.ShouldContain("The newest delivery is late: one should come every P7D.");
        late.Remarks.ShouldContain("1 lines could not be read.");
        unfit.Failure!.Message.ShouldContain("'updates-2026-10-26.csv' lacks the columns:");
    }

    [Fact]
    [Requirement("S1-20"), Requirement("S2-26")]
    public async Task Rectify_Should_AskThePartnerUntilItsNextDeliverySaysSo_When_AValueIsWrong()
    {
        // arrange
        partner.Deliver("2026-10-19", Partner.Row("1", name: "Virtnen"));
        var feed = partner.Connect();
        var target = new RecordTarget("addressUpdate", (await feed.ReadAsync(Partner.Person)).Records.Single().Key, "familyName");

        // act
        var asked = await feed.RectifyAsync(Partner.Person, target, new TextValue("Virtnen"), new TextValue("Virtanen"));
        var conflict = await feed.RectifyAsync(Partner.Person, target, new TextValue("Lahti"), new TextValue("Virtanen"));
        partner.Deliver("2026-10-26", Partner.Row("1"));
        var done = await feed.RectifyAsync(Partner.Person, target, new TextValue("Virtnen"), new TextValue("Virtanen"));

        // assert
        var instruction = asked.ShouldBeOfType<WriteManual>().Instruction;
        instruction.ShouldContain("Ask Address update service (updates@example.org) to correct 'familyName'");
        instruction.ShouldNotContain("Virt");
        conflict.ShouldBeOfType<WriteConflict>();
        done.ShouldBe(new WriteDone());
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
