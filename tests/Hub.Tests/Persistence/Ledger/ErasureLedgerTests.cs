using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Ledger;

namespace PersonalDataHub.Hub.Tests.Persistence.Ledger;

public sealed class ErasureLedgerTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly TestTimeProvider clock = new();

    private string Path => folder.File("ledger");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_Should_GiveEveryEntry_When_SeveralProcessesHaveWritten()
    {
        // arrange
        using (var first = Open())
        using (var second = Open())
        {
            first.Append([Entry(1), Entry(2)]);
            second.Append([Entry(3)]);
            first.Append([Entry(4)]);
        }

        // act
        using var ledger = Open();
        var read = ledger.Read().ToList();

        // assert
        read.OrderBy(entry => entry.Id).ShouldBe([Entry(1), Entry(2), Entry(3), Entry(4)]);
        Directory.GetFiles(Path).Length.ShouldBe(2);
    }

    [Fact]
    public void Read_Should_LeaveOutWhatWasCutShort_When_AProcessDiedWhileWriting()
    {
        // arrange
        Write(Entry(1), Entry(2));
        var file = Directory.GetFiles(Path).Single();
        var whole = File.ReadAllText(file);
        File.WriteAllText(file, whole[..^7]);

        // act
        using var ledger = Open();

        // assert
        ledger.Read().ShouldBe([Entry(1)]);
    }

    [Theory]
    [InlineData("erased", "kept!!")]
    [InlineData("entry-1", "entry-7")]
    public void Read_Should_Refuse_When_ALineIsNotAsItWasWritten(string text, string other)
    {
        // arrange
        Write(Entry(1), Entry(2));
        var file = Directory.GetFiles(Path).Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace(text, other, StringComparison.Ordinal));

        // act
        using var ledger = Open();
        var refusal = Should.Throw<HubDatabaseException>(() => ledger.Read().ToList());

        // assert
        refusal.Message.ShouldContain("Line 1 of the erasure ledger");
        refusal.Message.ShouldContain(file);
    }

    [Fact]
    public void Read_Should_Refuse_When_TheMasterKeyIsAnother()
    {
        // arrange
        Write(Entry(1));
        File.Delete(folder.File("key"));

        // act
        using var ledger = Open();

        // assert
        Should.Throw<HubDatabaseException>(() => ledger.Read().ToList()).Message.ShouldContain("master key");
    }

    [Fact]
    public void Append_Should_BeginAFileOfItsOwn_When_ItsFileWasTakenAway()
    {
        // arrange
        using var ledger = Open();
        ledger.Append([Entry(1)]);
        Directory.Delete(Path, recursive: true);

        // act
        ledger.Append([Entry(2)]);

        // assert
        ledger.Read().ShouldBe([Entry(2)]);
    }

    [Fact]
    public void Append_Should_Fail_When_NothingCanBeWritten()
    {
        // arrange
        File.WriteAllText(Path, "a file where the folder should be");
        using var ledger = Open();

        // act, assert
        Should.Throw<ErasureLedgerException>(() => ledger.Append([Entry(1)])).Message.ShouldContain(Path);
    }

    private static LedgerEntry Entry(int number) =>
        new($"entry-{number}", new DateTimeOffset(2026, 11, 2, 9, number, 0, TimeSpan.Zero), """{"erased":["crm"]}""");

    private void Write(params LedgerEntry[] entries)
    {
        using var ledger = Open();
        ledger.Append(entries);
    }

    private ErasureLedger Open() => new(
        new(Path, Replay: true), MasterKey.Load(folder.File("key"), databaseExists: false, tolerateOpenFile: false), clock);
}
