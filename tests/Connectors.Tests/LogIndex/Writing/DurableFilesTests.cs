using System.Diagnostics;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.Tests.LogIndex.Writing;

public sealed class DurableFilesTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly DurableFiles files = new();

    private string Path => directory.File("file.log");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Replace_Should_LeaveTheFileToItsOwner_When_ItIsAnothers()
    {
        // arrange
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can give files away.");
        File.WriteAllText(Path, "old");
        using var chown = Process.Start("chown", ["12:34", Path]);
        await chown.WaitForExitAsync(TestContext.Current.CancellationToken);

        // act
        files.Replace(Path, keepTime: false, draft => draft.Write("new"u8), () => true).ShouldBeTrue();

        // assert
        File.ReadAllText(Path).ShouldBe("new");
        FileOwner.Of(Path).ShouldNotBeNull().ShouldSatisfyAllConditions(owner => owner.User.ShouldBe(12u), owner => owner.Group.ShouldBe(34u));
    }

    [Fact]
    public void Replace_Should_LeaveTheFileAlone_When_ItIsNoLongerRight()
    {
        File.WriteAllText(Path, "old");

        files.Replace(Path, keepTime: false, draft => draft.Write("new"u8), () => false).ShouldBeFalse();

        File.ReadAllText(Path).ShouldBe("old");
        Directory.GetFiles(directory.Path).ShouldBe([Path]);
    }

    [Fact]
    public void Overwrite_Should_StopAtTheFirstLineThatIsElsewhere_When_TheFileIsAnother()
    {
        File.WriteAllText(Path, "one\ntwo\nsix\n");

        var there = files.Overwrite(Path, [(8, "six"u8.ToArray(), "---"u8.ToArray()), (4, "ten"u8.ToArray(), "---"u8.ToArray()), (0, "one"u8.ToArray(), "---"u8.ToArray())]);

        there.ShouldBeFalse();
        File.ReadAllText(Path).ShouldBe("one\ntwo\n---\n");
    }

    [Fact]
    public void FileOwner_Should_TellFilesApart_When_OneTakesTheOthersPlace()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells.");
        File.WriteAllText(Path, "one");
        File.WriteAllText(directory.File("other"), "one");
        var before = FileOwner.Of(Path);

        File.Move(directory.File("other"), Path, overwrite: true);

        before.ShouldNotBeNull().ShouldNotBe(FileOwner.Of(Path));
        FileOwner.Of(directory.File("other")).ShouldBeNull();
    }
}
