using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.CallRecordings;

public sealed class CallRecordingsConnectorTests : IDisposable
{
    private readonly CallFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ReadAsync_Should_TellTheCall_When_TheCustomerNumberIsInTheAccountCode()
    {
        // arrange
        folder.Append(CallFolder.Line(
            customer: "0012", callerId: "\"Meikäläinen, \"Matti\" Test\" <0400000001>", start: "2026-06-01 10:00:00"));
        var connector = folder.Connect();

        // act
        var page = await connector.ReadAsync(Calls.Customer("0012"));

        // assert
        var call = page.Records.ShouldHaveSingleItem();
        var descriptor = connector.Describe();
        call.Instant(descriptor, "startedAt").ShouldBe(new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.FromHours(3)));
        call.Of(descriptor, "talkTime").ShouldBe(new DurationValue(TimeSpan.FromSeconds(60)));
        call.Text(descriptor, "callerName").ShouldBe("Meikäläinen, \"Matti\" Test");
        call.Text(descriptor, "agent").ShouldBe("1201");
        call.Text(descriptor, "direction").ShouldBe("inbound");
    }

    [Fact]
    public async Task ReadAsync_Should_KeepCustomerNumbersApart_When_OnlyZerosOrTheIssuerDiffer()
    {
        folder.Append(CallFolder.Line(customer: "0012"));
        var connector = folder.Connect();

        (await connector.ReadAsync(Calls.Customer("12"))).Records.ShouldBeEmpty();
        (await connector.ReadAsync(new SubjectIdentity(IdentityKinds.CustomerNumber, "0012", "billing"))).Records.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("040 000 0001")]
    [InlineData("+358400000001")]
    [InlineData("00358400000001")]
    public async Task ReadAsync_Should_FindByPhone_When_TheNumberIsWrittenOtherwise(string written)
    {
        folder.Append(
            CallFolder.Line(source: written, start: "2026-06-01 10:00:00"),
            CallFolder.Line(source: "1201", destination: written, context: "from-internal", start: "2026-06-02 10:00:00"),
            CallFolder.Line(source: "0400000002", start: "2026-06-03 10:00:00"));
        var connector = folder.Connect();

        var page = await connector.ReadAsync(Calls.Phone("+358400000001"));

        page.Records.Select(call => call.Text(connector.Describe(), "direction")).ShouldBe(["inbound", "outbound"]);
    }

    [Fact]
    public async Task ReadAsync_Should_WithholdTheCall_When_ItIsAttributedToAnotherCustomer()
    {
        // arrange: one household telephone
        folder.Append(
            CallFolder.Line(customer: "1", start: "2026-06-01 10:00:00"),
            CallFolder.Line(customer: "2", start: "2026-06-02 10:00:00"),
            CallFolder.Line(customer: "", start: "2026-06-03 10:00:00"));
        var connector = folder.Connect();

        // act
        var asOne = await connector.ReadAsync(Calls.Customer("1"), Calls.Phone("+358400000001"));
        var byPhone = await connector.ReadAsync(Calls.Phone("+358400000001"));

        // assert
        asOne.Records.Select(call => call.FoundBy).ShouldBe([[0, 1], [1]]);
        byPhone.Records.ShouldHaveSingleItem().Text(connector.Describe(), "customerNumber").ShouldBeNull();
    }

    [Fact]
    public async Task ReadAsync_Should_FindOnlyCallsWithinTheValidity_When_TheNumberWasPassedOn()
    {
        // arrange: the days are those of Helsinki
        folder.Append(
            CallFolder.Line(start: "2026-05-31 23:59:59"),
            CallFolder.Line(start: "2026-06-01 00:00:00"),
            CallFolder.Line(start: "2026-06-30 23:59:59"),
            CallFolder.Line(start: "2026-07-01 00:00:00"));

        // act
        var page = await folder.Connect().ReadAsync(
            Calls.Phone("+358400000001", new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30)));

        // assert
        page.Total.ShouldBe(2);
    }

    [Fact]
    public async Task ReadAsync_Should_TellTheTwoHoursApart_When_TheClockIsSetBack()
    {
        // arrange: 03:30 comes twice on 2026-10-25; the unique id begins with the moment in UTC
        var first = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        folder.Append(
            CallFolder.Line(customer: "1", start: "2026-10-25 03:30:00", uniqueId: $"{first.ToUnixTimeSeconds()}.1"),
            CallFolder.Line(customer: "1", start: "2026-10-25 03:30:00", uniqueId: $"{first.AddHours(1).ToUnixTimeSeconds()}.2"));
        var connector = folder.Connect();

        // act
        var page = await connector.ReadAsync(Calls.Customer("1"));

        // assert
        page.Records.Select(call => call.Instant(connector.Describe(), "startedAt")).ShouldBe([first, first.AddHours(1)]);
    }

    [Fact]
    public async Task ReadAsync_Should_TakeTimesAsUtc_When_AsteriskWritesGmTime()
    {
        folder.Append(CallFolder.Line(customer: "1", start: "2026-06-01 10:00:00"));
        var connector = folder.Connect(("useGmTime", "true"));

        var page = await connector.ReadAsync(Calls.Customer("1"));

        page.Records.ShouldHaveSingleItem().Instant(connector.Describe(), "startedAt")
            .ShouldBe(new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task ReadAsync_Should_WaitForTheRestOfALine_When_AsteriskIsStillWriting()
    {
        // arrange
        var line = CallFolder.Line(customer: "1");
        folder.Append(CallFolder.Line(customer: "2"), line[..40]);
        var connector = folder.Connect();

        // act
        var before = await connector.ReadAsync(Calls.Customer("1"));
        folder.Append(line[40..]);
        var after = await connector.ReadAsync(Calls.Customer("1"));

        // assert
        before.Gaps.ShouldBeEmpty();
        before.Records.ShouldBeEmpty();
        after.Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_Should_SayWhatItCouldNotRead_When_LinesAreMalformed()
    {
        folder.Append(CallFolder.Line(customer: "1"), "not a call\n", "\"1\",\"unclosed\n", CallFolder.Line(customer: "2"));

        var page = await folder.Connect().ReadAsync(Calls.Customer("2"));

        page.Records.Count.ShouldBe(1);
        page.Gaps.ShouldBe(["2 lines of Master.csv could not be read."]);
    }

    [Fact]
    public async Task ReadAsync_Should_PageWithoutLossOrRepeat_When_CallsArriveMeanwhile()
    {
        // arrange
        folder.Append(Enumerable.Range(0, 25).Select(i => CallFolder.Line(customer: "1", start: $"2026-06-01 10:00:{i / 5:00}", uniqueId: $"{i}.1")));
        var connector = folder.Connect();
        var keys = new List<string>();
        string? token = null;

        // act
        do
        {
            var page = await connector.ReadAsync(
                Calls.By(Calls.Customer("1")) with { PageSize = 4, PageToken = token }, TestContext.Current.CancellationToken);
            keys.AddRange(page.Records.Select(record => record.Key));
            token = page.NextPageToken;
            folder.Append(CallFolder.Line(customer: "2", start: "2026-05-01 10:00:00"));
        }
        while (token is not null);

        // assert
        keys.Count.ShouldBe(25);
        keys.ShouldBeUnique();
    }

    [Fact]
    public async Task ReadAsync_Should_AnswerEveryCaller_When_AsteriskAppendsMeanwhile()
    {
        // arrange
        var connector = folder.Connect();
        folder.Append(CallFolder.Line(customer: "1", uniqueId: "0.1"));
        var written = 1;

        // act
        var writing = Task.Run(() =>
        {
            for (var i = 1; i <= 200; i++)
            {
                folder.Append(CallFolder.Line(customer: "1", uniqueId: $"{i}.1"));
                Volatile.Write(ref written, i + 1);
            }
        });
        var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var fresh = true;
            while (!writing.IsCompleted)
            {
                var least = Volatile.Read(ref written);
                var page = await connector.ReadAsync(Calls.Customer("1"));
                fresh &= page.Total >= least && page.Gaps.Count == 0;
            }

            return fresh;
        })));
        await writing;

        // assert
        seen.ShouldAllBe(fresh => fresh);
        (await connector.ReadAsync(Calls.Customer("1"))).Total.ShouldBe(201);
    }

    [Fact]
    public async Task ReadFactsAsync_Should_TellTheLatestCall_When_AskedForTheLastContact()
    {
        folder.Append(
            CallFolder.Line(customer: "1", start: "2026-06-02 10:00:00"), CallFolder.Line(customer: "1", start: "2026-06-01 10:00:00"));

        var result = await folder.Connect().ReadFactsAsync(
            new([Calls.Customer("1")], [FactKinds.LastContact, FactKinds.OpenInvoice]), TestContext.Current.CancellationToken);

        result.Facts.ShouldBe(
        [
            new(FactKinds.LastContact, true, 2, new DateTimeOffset(2026, 6, 2, 10, 1, 5, TimeSpan.FromHours(3))),
            new(FactKinds.OpenInvoice, false, 0, null),
        ]);
    }

    [Fact]
    public async Task CheckAsync_Should_NameTheSetting_When_TheFolderOrTheColumnsAreWrong()
    {
        folder.Append("1,2,3\n");

        var columns = await folder.Connect().CheckAsync(new(), TestContext.Current.CancellationToken);
        var missing = await folder.Connect(("callDetailRecords", "Other.csv")).CheckAsync(new(), TestContext.Current.CancellationToken);

        columns.Failure!.Message.ShouldContain("'columns'");
        missing.Failure!.Kind.ShouldBe(FailureKind.Configuration);
        missing.Failure.Message.ShouldContain("Other.csv");
    }
}
