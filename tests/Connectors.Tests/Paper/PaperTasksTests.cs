using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Paper;

namespace PersonalDataHub.Connectors.Tests.Paper;

public sealed class PaperTasksTests : IDisposable
{
    private const string Contract = "A-17;10001;Shelf 3;contract;2024-02-01;2026-01-31;2024-02-03;no";
    private const string Others = "A-17;10002;Shelf 3;contract;2024-02-01;;2024-02-03;no";

    private readonly PaperShelf shelf = new();
    private readonly PaperConnector paper;

    public PaperTasksTests()
    {
        shelf.File(Contract, Others);
        paper = shelf.Connect();
    }

    public void Dispose() => shelf.Dispose();

    [Fact]
    [Requirement("S0-36"), Requirement("S3-41"), Requirement("S4-33")]
    public async Task Erase_Should_AskTheCustodianUntilTheIndexLosesTheLine_When_ADocumentIsErased()
    {
        // arrange
        var key = await KeyAsync();

        // act
        var preview = await paper.PreviewAsync(PaperShelf.Customer, Whole(key));
        var first = await paper.EraseAsync(PaperShelf.Customer, Whole(key));
        var again = await paper.EraseAsync(PaperShelf.Customer, Whole(key));
        var held = await paper.ReadAsync(PaperShelf.Customer);
        shelf.File(Others);
        var done = await paper.EraseAsync(PaperShelf.Customer, Whole(key));
        var gone = await paper.ReadAsync(PaperShelf.Customer);

        // assert
        var instruction = first.ShouldHaveSingleItem().ShouldBeOfType<WriteManual>().Instruction;
        instruction.ShouldContain("Archive secretary (archive@example.org), for document A-17 at Archive room B1, Shelf 3.");
        instruction.ShouldContain("Attach the certificate of destruction.");
        instruction.ShouldNotContain("10001");
        preview.ShouldBe(first);
        again.ShouldBe(first);
        held.Records.Count.ShouldBe(1);
        done.ShouldBe([new WriteDone()]);
        gone.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_Should_KeepTheCustomerNumberOutOfTheInstruction_When_TheShelfMarkIsMadeOfIt()
    {
        shelf.File("D-10001-3;10001;Folder 10001;letter;;;2025-01-01;");

        var items = await paper.EraseAsync(PaperShelf.Customer, Whole(await KeyAsync()));

        items.ShouldHaveSingleItem().ShouldBeOfType<WriteManual>().Instruction.ShouldNotContain("10001");
    }

    [Fact]
    public async Task Erase_Should_NotHold_When_TheDocumentIsSomebodyElses()
    {
        var others = (await paper.ReadAsync(PaperShelf.Customer with { Value = "10002" })).Records.ShouldHaveSingleItem();

        (await paper.EraseAsync(PaperShelf.Customer, Whole(others.Key))).ShouldBe([new WriteNotHeld()]);
    }

    [Fact]
    [Requirement("S0-36")]
    public async Task Restrict_Should_AskTheCustodianUntilTheIndexIsMarked_When_ADocumentIsRestrictedAndReleased()
    {
        // arrange
        var key = await KeyAsync();

        // act
        var asked = await paper.RestrictAsync(true, PaperShelf.Customer, Whole(key));
        shelf.File(Contract.Replace(";no", ";yes", StringComparison.Ordinal), Others);
        var set = await paper.RestrictAsync(true, PaperShelf.Customer, Whole(key));
        var read = await paper.ReadAsync(PaperShelf.Customer);
        var lifting = await paper.RestrictAsync(false, PaperShelf.Customer, Whole(key));

        // assert
        asked.ShouldHaveSingleItem().ShouldBeOfType<WriteManual>().Instruction.ShouldContain("Mark it as restricted");
        set.ShouldBe([new WriteDone()]);
        read.Records.ShouldHaveSingleItem().Restricted.ShouldBeTrue();
        lifting.ShouldHaveSingleItem().ShouldBeOfType<WriteManual>().Instruction.ShouldContain("Take the mark of restriction off");
    }

    [Fact]
    public async Task Restrict_Should_SayThatItCannot_When_TheIndexHasNoSuchColumn()
    {
        File.WriteAllLines(shelf.Index, ["document_number;customer_number;place;kind", "A-17;10001;Shelf 3;contract"]);

        (await paper.RestrictAsync(true, PaperShelf.Customer, Whole(await KeyAsync()))).ShouldHaveSingleItem().ShouldBeOfType<WriteUnsupported>();
    }

    [Fact]
    [Requirement("S0-36")]
    public async Task Rectify_Should_AskTheCustodianUntilTheIndexSaysSo_When_AFieldIsCorrected()
    {
        // arrange
        var target = Whole(await KeyAsync()) with { Field = "kind" };

        // act
        var asked = await paper.RectifyAsync(PaperShelf.Customer, target, new TextValue("contract"), new TextValue("amendment"));
        var conflict = await paper.RectifyAsync(PaperShelf.Customer, target, new TextValue("letter"), new TextValue("amendment"));
        shelf.File(Contract.Replace("contract", "amendment", StringComparison.Ordinal));
        var done = await paper.RectifyAsync(PaperShelf.Customer, target, new TextValue("contract"), new TextValue("amendment"));

        // assert
        var instruction = asked.ShouldBeOfType<WriteManual>().Instruction;
        instruction.ShouldContain("Correct 'kind' on the paper");
        instruction.ShouldContain("Attach a photo");
        instruction.ShouldNotContain("amendment");
        conflict.ShouldBeOfType<WriteConflict>();
        done.ShouldBe(new WriteDone());
    }

    [Theory]
    [InlineData("custodian")]
    [InlineData("number")]
    [InlineData(null)]
    public async Task Rectify_Should_SayWhy_When_TheFieldIsNotTheDocuments(string? field)
    {
        var target = Whole(await KeyAsync()) with { Field = field };

        (await paper.RectifyAsync(PaperShelf.Customer, target, null, new TextValue("x"))).ShouldBeOfType<WriteUnsupported>();
    }

    private async Task<string> KeyAsync() => (await paper.ReadAsync(PaperShelf.Customer)).Records.ShouldHaveSingleItem().Key;

    private static RecordTarget Whole(string key) => new("paperDocument", key);
}
