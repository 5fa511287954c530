using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.PartnerFeed;

namespace PersonalDataHub.Connectors.Tests.PartnerFeed;

public sealed class FeedErasureTests : IDisposable
{
    private const string Others = "9;10002;second@example.org;Korhonen;\"Rantatie; 5\";00200;Espoo;;no";

    private readonly Partner partner = new();

    public void Dispose() => partner.Dispose();

    [Fact]
    [Requirement("S0-33")]
    public async Task Erase_Should_RemoveTheRowsFromEveryDelivery_When_OthersHaveRowsThereToo()
    {
        // arrange
        var first = partner.Deliver("2026-10-19", Partner.Row("1"), Others, Partner.Row("1", name: "Wirtanen"));
        var second = partner.Deliver("2026-10-26", Others, Partner.Row("1", name: "Mäki"));
        File.SetLastWriteTimeUtc(first, new DateTime(2026, 10, 19, 6, 0, 0, DateTimeKind.Utc));
        var feed = partner.Connect();
        var key = await KeyAsync(feed);

        // act
        var preview = await feed.PreviewAsync(Partner.Person, Target(key));
        var untouched = File.ReadAllText(first);
        var items = await feed.EraseAsync(Partner.Person, Target(key));
        var again = await feed.EraseAsync(Partner.Person, Target(key));

        // assert
        var instruction = items.ShouldHaveSingleItem().ShouldBeOfType<WriteManual>().Instruction;
        instruction.ShouldContain("Ask Address update service (updates@example.org) to leave this person out of later deliveries");
        preview.ShouldBe([new WriteDone()], "a preview of something to do by hand would keep the hub from having it erased here");
        again.ShouldBe(items);
        untouched.ShouldContain("Wirtanen");
        File.ReadAllText(first, Encoding.Latin1).ShouldBe($"{Partner.Header}\r\n{Others}\r\n");
        File.ReadAllText(second, Encoding.Latin1).ShouldBe($"{Partner.Header}\r\n{Others}\r\n");
        File.GetLastWriteTimeUtc(first).ShouldBe(new DateTime(2026, 10, 19, 6, 0, 0, DateTimeKind.Utc));
        (await feed.ReadAsync(Partner.Person)).Records.ShouldBeEmpty();
        partner.Everything.ShouldNotContain("10001");
        partner.Everything.ShouldNotContain("first@example.org");
    }

    [Fact]
    [Requirement("S0-33")]
    public async Task Read_Should_NotShowWhatCameBack_When_AnErasedPersonIsDeliveredAgain()
    {
        // arrange
        partner.Deliver("2026-10-19", Partner.Row("1"), Partner.Row("2"));
        var feed = partner.Connect("partner: { name: Address update service, contact: updates@example.org, confirmsErasure: false }");
        var records = (await feed.ReadAsync(Partner.Person)).Records;
        var items = await feed.EraseAsync(Partner.Person, Target(records[0].Key));

        // act: by another instance too, as after a restart, and for somebody else who is given the same key
        var returned = partner.Deliver("2026-10-26", Partner.Row("1"), Partner.Row("2"), Others, Partner.Row("1", customer: "10003", email: "third@example.org"));
        var here = await feed.ReadAsync(Partner.Person);
        var after = await partner.Connect().ReadAsync(Partner.Person);
        var third = await partner.Connect().ReadAsync(Partner.Person with { Value = "10003" });
        var check = await feed.CheckAsync(new(), TestContext.Current.CancellationToken);
        await feed.EraseAsync(Partner.Person, Target("another"));

        // assert
        items.ShouldBe([new WriteDone()]);
        here.Records.ShouldHaveSingleItem().Key.ShouldBe(records[1].Key);
        after.Records.ShouldHaveSingleItem().Key.ShouldBe(records[1].Key);
        third.Records.Count.ShouldBe(1);
        check.Remarks.ShouldContain("1 rows of erased persons came back and are not shown; ask Address update service (updates@example.org) to leave them out.");
        File.ReadAllText(returned).Split("\r\n").Count(line => line.StartsWith("1;10001", StringComparison.Ordinal)).ShouldBe(0, "the next erasure sweeps what came back");
        File.ReadAllText(returned).Split("\r\n").Count(line => line.StartsWith("2;10001", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Erase_Should_EndRight_When_RepeatedAfterACrashAtAnyStep()
    {
        for (var crash = 1; ; crash++)
        {
            // arrange
            using var one = new Partner();
            one.Deliver("2026-10-19", Partner.Row("1"), Others);
            one.Deliver("2026-10-26", Others, Partner.Row("1"));
            var first = one.Connect();
            var key = await KeyAsync(first);
            var steps = 0;
            first.Files.Stepped = _ =>
            {
                if (++steps == crash)
                {
                    throw new InvalidOperationException("crash");
                }
            };

            // act
            var crashed = await Record.ExceptionAsync(() => first.EraseAsync(Partner.Person, Target(key)));
            var items = (await one.Connect().EraseAsync(SourceCalls.Erasure(2, Partner.Person, Target(key)), TestContext.Current.CancellationToken)).Items;

            // assert
            items.ShouldHaveSingleItem().ShouldBeOfType<WriteManual>($"after step {crash}");
            one.Everything.ShouldNotContain("10001", Case.Sensitive, $"after step {crash}");
            one.Everything.Split("10002").Length.ShouldBe(3, $"after step {crash}");
            (await one.Connect().ReadAsync(Partner.Person)).Records.ShouldBeEmpty($"after step {crash}");
            if (crashed is null)
            {
                crash.ShouldBeGreaterThan(4);
                return;
            }
        }
    }

    [Fact]
    public async Task Erase_Should_LoseNothing_When_ThePartnerReplacesTheDeliveryMeanwhile()
    {
        // arrange
        partner.Deliver("2026-10-26", Partner.Row("1"), Others);
        var feed = partner.Connect();
        var key = await KeyAsync(feed);
        var replaced = false;
        feed.Files.Stepped = step =>
        {
            if (step == "drafted" && !replaced)
            {
                replaced = true;
                partner.Deliver("2026-10-26", Partner.Row("1"), Others, Partner.Row("7", customer: "10004", email: "fourth@example.org"));
            }
        };

        // act
        await feed.EraseAsync(Partner.Person, Target(key));

        // assert
        replaced.ShouldBeTrue();
        partner.Everything.ShouldNotContain("10001");
        partner.Everything.ShouldContain("fourth@example.org");
    }

    [Fact]
    public async Task Erase_Should_NotHold_When_TheRowIsSomebodyElses()
    {
        partner.Deliver("2026-10-26", Partner.Row("1"), Others);
        var feed = partner.Connect();
        var theirs = (await feed.ReadAsync(Partner.Person with { Value = "10002" })).Records.Single().Key;

        var items = await feed.EraseAsync(Partner.Person, Target(theirs), Target("x"), Target(theirs) with { Field = "email" });

        items[0].ShouldBe(new WriteNotHeld());
        items[1].ShouldBe(new WriteNotHeld());
        items[2].ShouldBeOfType<WriteUnsupported>();
        partner.Everything.ShouldContain("10002");
    }

    private static RecordTarget Target(string key) => new("addressUpdate", key);

    private static async Task<string> KeyAsync(PartnerFeedConnector feed) => (await feed.ReadAsync(Partner.Person)).Records.ShouldHaveSingleItem().Key;
}
