using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Tests.Paper;

public sealed class PaperConnectorTests : IDisposable
{
    private const string Contract = "A-17;10001;Shelf 3;contract;2024-02-01;2026-01-31;2024-02-03;no";
    private const string Form = "A-18;10001;Shelf 4;event form;;;2025-05-02;";
    private const string Others = "A-17;10002;Shelf 3;contract;2024-02-01;;2024-02-03;no";

    private readonly PaperShelf shelf = new();

    public void Dispose() => shelf.Dispose();

    [Fact]
    [Requirement("S0-36"), Requirement("S3-41"), Requirement("S4-33")]
    public async Task Read_Should_TellPlaceCustodianAndLock_When_ThePersonHasPaper()
    {
        // arrange
        shelf.File(Others, Contract, Form);
        var paper = shelf.Connect();

        // act
        var page = await paper.ReadAsync(PaperShelf.Customer);

        // assert
        page.Records.Select(record => paper.Text(record, "kind")).ShouldBe(["event form", "contract"]);
        var contract = page.Records[1];
        paper.Text(contract, "location").ShouldBe("Archive room B1");
        paper.Text(contract, "place").ShouldBe("Shelf 3");
        paper.Text(contract, "custodian").ShouldBe("Archive secretary");
        paper.Text(contract, "custodianContact").ShouldBe("archive@example.org");
        paper.Text(contract, "access").ShouldBe("Separately authorised persons of the archive");
        paper.Value(contract, "locked").ShouldBe(new BooleanValue(true));
        paper.Value(contract, "firstDate").ShouldBe(new DateValue(new(2024, 2, 1)));
        contract.Restricted.ShouldBeFalse();
        contract.FoundBy.ShouldBe([0]);
        page.Gaps.ShouldBeEmpty();
        paper.Describe().Abilities.ShouldAllBe(ability => ability.Mode == AbilityMode.Manual && ability.Delay == TimeSpan.FromDays(14));
    }

    [Fact]
    [Requirement("S1-27"), Requirement("S2-36")]
    public async Task Read_Should_SayLockedAndFireSafeOnlyAfterTheFirstHandling_When_TheIndexTellsOfIt()
    {
        // arrange
        shelf.File(Form, "A-19;10001;Tray;event form;;;;");
        var paper = shelf.Connect();

        // act
        var records = (await paper.ReadAsync(PaperShelf.Customer)).Records.ToDictionary(record => paper.Text(record, "number")!);
        var check = await paper.CheckAsync(new(), TestContext.Current.CancellationToken);

        // assert
        paper.Value(records["A-18"], "locked").ShouldBe(new BooleanValue(true));
        paper.Value(records["A-18"], "fireSafe").ShouldBe(new BooleanValue(true));
        paper.Value(records["A-19"], "locked").ShouldBe(new BooleanValue(false));
        paper.Value(records["A-19"], "fireSafe").ShouldBe(new BooleanValue(false));
        check.Failure.ShouldBeNull();
        check.Remarks.ShouldContain("1 documents were not handled yet, so they are not in the locked archive.");
    }

    [Theory]
    [InlineData(null, null, 2)]
    [InlineData("2026-02-01", null, 1)]
    [InlineData("2026-01-31", null, 2)]
    [InlineData(null, "2024-01-31", 1)]
    public async Task Read_Should_FindWhatLiesWithin_When_TheNumberHasAValidity(string? from, string? to, int expected)
    {
        shelf.File(Contract, Form);
        var identity = PaperShelf.Customer with { ValidFrom = Day(from), ValidTo = Day(to) };

        (await shelf.Connect().ReadAsync(identity)).Records.Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Read_Should_TellTheGap_When_LinesCannotBeRead()
    {
        shelf.File("half a line", ";10001;Shelf 9;letter;;;;", "A-20;10001;Shelf 9;letter;last spring;;2025-01-01;perhaps");

        var page = await shelf.Connect().ReadAsync(PaperShelf.Customer);

        page.Gaps.ShouldBe(
        [
            "1 lines of the archive's index have a date or mark that could not be read.",
            "2 lines of the archive's index could not be read, or name no document or no customer.",
        ]);
        page.Records.ShouldHaveSingleItem().Restricted.ShouldBeTrue("a mark that nobody can read must not set it free");
    }

    [Fact]
    public async Task Read_Should_ReadTheIndexOnce_When_ItDoesNotChange()
    {
        // arrange
        shelf.File([.. Enumerable.Range(0, 5000).Select(number => $"B-{number};2{number:0000};Shelf 1;letter;;;2025-01-01;"), Contract]);
        var paper = shelf.Connect();

        // act
        for (var time = 0; time < 20; time++)
        {
            (await paper.ReadAsync(PaperShelf.Customer)).Records.Count.ShouldBe(1);
        }

        var before = paper.LinesIndexed;
        shelf.File(Contract, Form);
        var after = await paper.ReadAsync(PaperShelf.Customer);

        // assert
        before.ShouldBe(5001);
        after.Records.Count.ShouldBe(2);
        paper.LinesIndexed.ShouldBe(5003);
    }

    [Fact]
    public async Task Read_Should_GoThroughThePagesAndRefuseAMixture_When_TheIndexChangesBetween()
    {
        // arrange
        shelf.File(Contract, Form);
        var paper = shelf.Connect();

        // act
        var first = await paper.ReadPageAsync(1, null, PaperShelf.Customer);
        var second = await paper.ReadPageAsync(1, first.NextPageToken, PaperShelf.Customer);
        shelf.File(Contract, Form, Others);
        var mixed = await Should.ThrowAsync<SourceException>(() => paper.ReadPageAsync(1, first.NextPageToken, PaperShelf.Customer));

        // assert
        first.Total.ShouldBe(2);
        second.NextPageToken.ShouldBeNull();
        second.Records.ShouldHaveSingleItem().Key.ShouldNotBe(first.Records.ShouldHaveSingleItem().Key);
        mixed.Kind.ShouldBe(FailureKind.Transient);
    }

    [Theory]
    [InlineData("number;customer", "lacks the columns: document_number, customer_number, place, kind")]
    [InlineData(null, "There is no file")]
    public async Task Check_Should_SayWhatToMend_When_TheIndexIsUnfit(string? text, string expected)
    {
        if (text is not null)
        {
            File.WriteAllText(shelf.Index, text);
        }

        var check = await shelf.Connect().CheckAsync(new(), TestContext.Current.CancellationToken);

        check.Failure!.Kind.ShouldBe(FailureKind.Configuration);
        check.Failure.Message.ShouldContain(expected);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
