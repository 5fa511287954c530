using System.Net.Mail;
using System.Text;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.ContactForm;

public sealed class ContactFormConnectorTests : IDisposable
{
    private readonly Mailroom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    [Requirement("S4-43"), Requirement("S4-45")]
    public async Task Read_Should_TellTheMessage_When_ItCameThroughTheForm()
    {
        // arrange: the form's program sends from its own address and names the visitor as the one to answer.
        using var message = new MailMessage("Contact form <form@example.net>", "service@example.net")
        {
            Subject = "Kysymys – hinnasto, tärkeä asia ja vielä pitkä otsikko, joka ei mahdu yhdelle riville",
            Body = "Hyvä asiakaspalvelu,\r\n\r\nmillainen on hinnasto? =20 = merkki\r\n.piste rivin alussa\r\nTerveisin Åsa",
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
        };
        message.ReplyToList.Add(new MailAddress(Mailroom.Address, "Väinö Åsa Öhman", Encoding.UTF8));
        message.Headers.Add("Date", "Tue, 3 Nov 2026 08:15:00 +0200");
        room.Deliver(message);
        var form = room.Connect();

        // act
        var page = await form.ReadAsync(Mailroom.Person);

        // assert
        var record = page.Records.ShouldHaveSingleItem();
        form.Text(record, "subject").ShouldBe(message.Subject);
        form.Text(record, "body")!.ReplaceLineEndings("\n").ShouldContain("millainen on hinnasto? =20 = merkki\n.piste rivin alussa\nTerveisin Åsa");
        form.Text(record, "senderName").ShouldBe("Väinö Åsa Öhman");
        form.Text(record, "senderAddress").ShouldBeNull();
        form.Text(record, "replyToAddress").ShouldBe(Mailroom.Address);
        form.Value(record, "answerable").ShouldBe(new BooleanValue(true));
        record.Restricted.ShouldBeFalse();
        record.FoundBy.ShouldBe([0]);
        page.Gaps.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("S4-45")]
    public async Task Read_Should_TakeTheSendersAddressOnly_When_OthersAreNamedOrQuoted()
    {
        // arrange
        room.Deliver("\"First.Person@example.org\" <somebody@example.com>", "in the name");
        room.Deliver("somebody@example.com (First.Person@example.org)", "in a comment");
        room.DeliverText("From: somebody@example.com\nTo: First.Person@example.org\nCc: First.Person@example.org\nSubject: as recipient\n\nFrom: First.Person@example.org\n> First.Person@example.org wrote:\n");
        room.Deliver("first.person@example.org.example.com", "longer");
        room.Deliver("\"Person, First\" <First.Person@example.org>", "from me");
        room.Deliver("Team: somebody@example.com, First.Person@EXAMPLE.org;", "from us");

        // act
        var form = room.Connect();
        var found = await form.ReadAsync(Mailroom.Person);

        // assert
        found.Records.Select(record => form.Text(record, "subject")).ShouldBe(["from me", "from us"], ignoreOrder: true);
    }

    [Fact]
    [Requirement("S4-44")]
    public async Task Read_Should_KeepAndMarkTheMessage_When_ItCannotBeAnswered()
    {
        // arrange
        room.DeliverText("Subject: nobody\n\nNo sender at all.\n");
        room.Deliver("no-reply@example.org", "unread");
        room.Deliver("no-reply@example.org", "answer elsewhere", replyTo: "First.Person@example.org");
        room.Deliver("visitor@laptop.local", "local");
        var form = room.Connect();

        // act
        var unread = await form.ReadAsync(new SubjectIdentity(IdentityKinds.Email, "no-reply@example.org", null));
        var check = await form.CheckAsync(new(), TestContext.Current.CancellationToken);

        // assert
        unread.Records.ToDictionary(record => form.Text(record, "subject")!, record => form.Value(record, "answerable")).ShouldBe(
            new Dictionary<string, FieldValue?> { ["unread"] = new BooleanValue(false), ["answer elsewhere"] = new BooleanValue(true) }, ignoreOrder: true);
        unread.Gaps.ShouldBe(["1 messages name no sender, so nobody can say whose they are."]);
        check.Remarks[0].ShouldBe("4 messages; 3 cannot be answered, 1 of them name no sender.");
        room.Files.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(null, null, 3)]
    [InlineData("2026-06-02", null, 2)]
    [InlineData(null, "2026-06-01", 1)]
    [InlineData("2026-06-02", "2026-06-02", 1)]
    public async Task Read_Should_FindWhatArrivedWithin_When_TheAddressHasAValidity(string? from, string? to, int expected)
    {
        room.Deliver(Mailroom.Address, "one", date: "Mon, 1 Jun 2026 23:30:00 +0300");
        room.Deliver(Mailroom.Address, "two", date: "Mon, 1 Jun 2026 23:30:00 GMT");
        room.Deliver(Mailroom.Address, "three", date: "Wed, 3 Jun 2026 10:00 +0300 (EEST)");

        var identity = Mailroom.Person with { ValidFrom = Day(from), ValidTo = Day(to) };

        (await room.Connect().ReadAsync(identity)).Records.Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Read_Should_OpenOnlyNewMessages_When_TheFolderIsAskedAgain()
    {
        // arrange
        for (var number = 0; number < 300; number++)
        {
            room.Deliver($"other{number}@example.com", $"other {number}");
        }

        var file = room.Deliver(Mailroom.Address, "mine");
        var form = room.Connect();

        // act
        await form.ReadAsync(Mailroom.Person);
        var first = form.HeadersRead;
        File.Move(file, file.Replace("/new/", "/cur/", StringComparison.Ordinal) + ":2,S");
        room.Deliver(Mailroom.Address, "mine too");
        var again = await form.ReadAsync(Mailroom.Person);
        var later = room.Connect();
        var restarted = await later.ReadAsync(Mailroom.Person);

        // assert
        first.ShouldBe(301);
        form.HeadersRead.ShouldBe(302);
        later.HeadersRead.ShouldBe(0, "what was indexed is kept in the work directory");
        again.Records.Count.ShouldBe(2);
        restarted.Records.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Read_Should_KeepNoPersonalDataInTheWorkDirectory_When_MessagesAreIndexed()
    {
        room.Deliver("First Person <First.Person@example.org>", "Secret matter");
        await room.Connect().ReadAsync(Mailroom.Person);

        var kept = Directory.EnumerateFiles(room.Settings().WorkDirectory, "*", SearchOption.AllDirectories)
            .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))).ToList();

        kept.Count.ShouldBeGreaterThan(1);
        kept.ShouldAllBe(text => !text.Contains("person", StringComparison.OrdinalIgnoreCase) && !text.Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_Should_TellOneRecord_When_AMessageHasCopiesInFolders()
    {
        room.Deliver(Mailroom.Address, "copied", folder: ".Archive", id: "one");
        room.Deliver(Mailroom.Address, "copied", id: "one");
        room.Deliver(Mailroom.Address, "a stranger used the same id", id: "one");

        (await room.Connect().ReadAsync(Mailroom.Person)).Records.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Read_Should_GoThroughThePages_When_ThereAreMany()
    {
        for (var number = 0; number < 7; number++)
        {
            room.Deliver(Mailroom.Address, $"message {number}", date: $"Mon, {1 + (number / 2)} Jun 2026 12:00:00 +0300");
        }

        var form = room.Connect();
        var subjects = new List<string?>();
        string? token = null;
        do
        {
            var page = await form.ReadPageAsync(2, token, Mailroom.Person);
            subjects.AddRange(page.Records.Select(record => form.Text(record, "subject")));
            token = page.NextPageToken;
        }
        while (token is not null);

        subjects.Count.ShouldBe(7);
        subjects.ShouldBeUnique();
    }

    [Fact]
    public async Task ReadMedia_Should_HandOutTheWholeMessage_When_ItHasAnAttachment()
    {
        // arrange
        using var message = new MailMessage(Mailroom.Address, "service@example.net", "With a file", "See the file.");
        using var content = new MemoryStream("attached text"u8.ToArray());
        message.Attachments.Add(new Attachment(content, "note.txt", "text/plain"));
        var file = room.Deliver(message);
        var form = room.Connect();

        // act
        var record = (await form.ReadAsync(Mailroom.Person)).Records.ShouldHaveSingleItem();
        var media = form.Value(record, "original").ShouldBeOfType<MediaValue>();
        var part = await form.ReadMediaAsync(new(media.Key, 10, 1_000_000), TestContext.Current.CancellationToken);

        // assert
        form.Text(record, "body").ShouldBe("See the file.");
        part.Bytes.ToArray().ShouldBe(File.ReadAllBytes(file)[10..]);
        part.TotalLength.ShouldBe(media.Length!.Value);
        part.ContentType.ShouldBe("message/rfc822");
    }

    [Fact]
    public async Task ReadFacts_Should_TellTheLatestContact_When_ThereAreMessages()
    {
        room.Deliver(Mailroom.Address, "one");
        room.Deliver(Mailroom.Address, "two", date: "Wed, 3 Jun 2026 10:00:00 +0300");

        var facts = await room.Connect().ReadFactsAsync(new([Mailroom.Person], [FactKinds.LastContact]), TestContext.Current.CancellationToken);

        facts.Facts.ShouldBe([new(FactKinds.LastContact, true, 2, new DateTimeOffset(2026, 6, 3, 10, 0, 0, TimeSpan.FromHours(3)))]);
    }

    [Fact]
    public async Task Check_Should_SayWhatToMend_When_TheFolderIsNoMaildir()
    {
        Directory.Delete(Path.Combine(room.Path, "cur"));

        var check = await room.Connect().CheckAsync(new(), TestContext.Current.CancellationToken);

        check.Failure!.Kind.ShouldBe(FailureKind.Configuration);
        check.Failure.Message.ShouldContain("is no Maildir");
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
