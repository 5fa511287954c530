using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.ContactForm.Writing;

public sealed class MessageWritesTests : IDisposable
{
    private readonly Mailroom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    [Requirement("S4-45")]
    public async Task Erase_Should_RemoveEveryCopy_When_AMessageLiesInSeveralFolders()
    {
        // arrange
        room.Deliver(Mailroom.Address, "mine", id: "one");
        room.Deliver(Mailroom.Address, "mine", folder: ".Archive", id: "one");
        room.Deliver(Mailroom.Address, "mine", folder: ".Archive.2026", id: "one");
        var other = room.Deliver("other@example.com", "theirs", id: "one");
        var kept = room.Deliver(Mailroom.Address, "mine, not asked for");
        var form = room.Connect();
        var key = await KeyAsync(form, "mine");

        // act
        var preview = await form.PreviewAsync(Mailroom.Person, Message(key));
        var before = room.Files.Count;
        var items = await form.EraseAsync(Mailroom.Person, Message(key));
        var again = await form.EraseAsync(Mailroom.Person, Message(key));

        // assert
        preview.ShouldBe([new WriteDone()]);
        before.ShouldBe(5);
        items.ShouldBe([new WriteDone()]);
        again.ShouldBe([new WriteDone()], "the same task again is one effect");
        room.Files.Select(file => Path.Combine(room.Path, file)).ShouldBe([other, kept], ignoreOrder: true);
        (await form.ReadAsync(Mailroom.Person)).Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Erase_Should_NotHold_When_TheMessageIsSomebodyElses()
    {
        var theirs = room.Deliver("other@example.com", "theirs");
        var form = room.Connect();
        var key = (await form.ReadAsync(new SubjectIdentity(IdentityKinds.Email, "other@example.com", null))).Records.Single().Key;

        var items = await form.EraseAsync(Mailroom.Person, Message(key), Message("0123"), new("visit", key));

        items.ShouldBe([new WriteNotHeld(), new WriteNotHeld(), new WriteNotHeld()]);
        File.Exists(theirs).ShouldBeTrue();
    }

    [Fact]
    public async Task Erase_Should_EndRight_When_RepeatedAfterACrashAtAnyStep()
    {
        for (var crash = 1; ; crash++)
        {
            // arrange
            using var one = new Mailroom();
            one.Deliver(Mailroom.Address, "mine", id: "one");
            one.Deliver(Mailroom.Address, "mine", folder: ".Archive", id: "one");
            one.Deliver("other@example.com", "theirs");
            var first = one.Connect();
            var key = await KeyAsync(first, "mine");
            var steps = 0;
            first.Files.Stepped = _ =>
            {
                if (++steps == crash)
                {
                    throw new InvalidOperationException("crash");
                }
            };

            // act
            var crashed = await Record.ExceptionAsync(() => first.EraseAsync(Mailroom.Person, Message(key)));
            var items = (await one.Connect().EraseAsync(SourceCalls.Erasure(2, Mailroom.Person, Message(key)), TestContext.Current.CancellationToken)).Items;

            // assert
            items.ShouldBe([new WriteDone()], $"after step {crash}");
            one.Files.Count.ShouldBe(1, $"after step {crash}");
            if (crashed is null)
            {
                crash.ShouldBe(3, "two copies are two steps");
                return;
            }
        }
    }

    [Fact]
    public async Task Erase_Should_FindTheMessageAgain_When_AMailProgramMovesItMeanwhile()
    {
        // arrange
        var first = room.Deliver(Mailroom.Address, "mine", id: "one");
        var second = room.Deliver(Mailroom.Address, "mine", folder: ".Archive", id: "one");
        var form = room.Connect();
        var key = await KeyAsync(form, "mine");

        // act: when the first copy is gone, the second is read and gets a flag
        form.Files.Stepped = _ =>
        {
            if (new[] { first, second }.FirstOrDefault(File.Exists) is { } left)
            {
                var cur = Path.Combine(Path.GetDirectoryName(left)!, "..", "cur");
                Directory.CreateDirectory(cur);
                File.Move(left, Path.Combine(cur, Path.GetFileName(left) + ":2,S"));
            }
        };
        var items = await form.EraseAsync(Mailroom.Person, Message(key));

        // assert
        items.ShouldBe([new WriteDone()]);
        room.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_Should_RefuseAnOlderAttempt_When_ALaterOneHasBegun()
    {
        room.Deliver(Mailroom.Address, "mine");
        var form = room.Connect();
        var key = await KeyAsync(form, "mine");
        await form.EraseAsync(SourceCalls.Erasure(5, Mailroom.Person, Message("other")), TestContext.Current.CancellationToken);

        await Should.ThrowAsync<SourceException>(() => form.EraseAsync(SourceCalls.Erasure(4, Mailroom.Person, Message(key)), TestContext.Current.CancellationToken));

        room.Files.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Restrict_Should_MoveEveryCopyAsideAndBack_When_SetAndLifted()
    {
        // arrange
        room.Deliver(Mailroom.Address, "mine", id: "one");
        room.Deliver(Mailroom.Address, "mine", folder: ".Archive.2026", id: "one");
        room.Deliver("other@example.com", "theirs");
        var before = room.Files;
        var form = room.Connect();
        var key = await KeyAsync(form, "mine");

        // act
        var set = await form.RestrictAsync(true, Mailroom.Person, Message(key));
        var again = await form.RestrictAsync(true, Mailroom.Person, Message(key));
        var aside = room.Files;
        var restricted = (await form.ReadAsync(Mailroom.Person)).Records.ShouldHaveSingleItem();
        var lifted = await form.RestrictAsync(false, Mailroom.Person, Message(key));

        // assert
        set.ShouldBe([new WriteDone()]);
        again.ShouldBe([new WriteDone()]);
        aside.Count(file => file.StartsWith(".Restricted/", StringComparison.Ordinal)).ShouldBe(1);
        aside.Count(file => file.StartsWith(".Restricted.Archive.2026/", StringComparison.Ordinal)).ShouldBe(1);
        restricted.Restricted.ShouldBeTrue();
        restricted.Key.ShouldBe(key);
        lifted.ShouldBe([new WriteDone()]);
        room.Files.ShouldBe(before);
        (await form.ReadAsync(Mailroom.Person)).Records.ShouldHaveSingleItem().Restricted.ShouldBeFalse();
    }

    [Fact]
    public async Task Write_Should_SayWhy_When_AMessageIsToBeChangedInParts()
    {
        room.Deliver(Mailroom.Address, "mine");
        var form = room.Connect();
        var field = Message(await KeyAsync(form, "mine")) with { Field = "subject" };

        (await form.EraseAsync(Mailroom.Person, field)).ShouldHaveSingleItem().ShouldBeOfType<WriteUnsupported>();
        (await form.RestrictAsync(true, Mailroom.Person, field)).ShouldHaveSingleItem().ShouldBeOfType<WriteUnsupported>();
        (await form.RectifyAsync(Mailroom.Person, field, new TextValue("mine"), new TextValue("yours"))).ShouldBeOfType<WriteUnsupported>()
            .Reason.ShouldContain("kept as it was sent");
        room.Files.Count.ShouldBe(1);
    }

    private static RecordTarget Message(string key) => new("contactMessage", key);

    private static async Task<string> KeyAsync(IConnector form, string subject) =>
        (await form.ReadAsync(Mailroom.Person)).Records.Single(record => form.Text(record, "subject") == subject).Key;
}
