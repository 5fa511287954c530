using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Tests.Persistence;

public sealed class DataDirectoryLockTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Acquire_Should_TellWhoHoldsIt_When_AlreadyOwned()
    {
        using var owner = DataDirectoryLock.Acquire(directory.Path);
        owner.Announce("http://localhost:5080");

        var refusal = Should.Throw<HubDatabaseException>(() => DataDirectoryLock.Acquire(directory.Path));

        refusal.Message.ShouldContain($"process {Environment.ProcessId}");
        refusal.Message.ShouldContain("http://localhost:5080");
        refusal.Message.ShouldContain(directory.Path);
    }

    [Fact]
    public void Acquire_Should_TakeTheFileOver_When_ADeadProcessLeftIt()
    {
        var file = directory.File(DataDirectoryLock.OwnerFileName);
        File.WriteAllText(directory.File(DataDirectoryLock.FileName), "");
        File.WriteAllText(file, "process 1, http://localhost:1 and a long rest of an older line\n");

        using (DataDirectoryLock.Acquire(directory.Path))
        {
        }

        File.ReadAllText(file).ShouldBe($"process {Environment.ProcessId}, not listening yet\n");
        DataDirectoryLock.Acquire(directory.Path).Dispose();
    }

    [Fact]
    public void Acquire_Should_SayWhatToDo_When_TheDirectoryCannotBe()
    {
        File.WriteAllText(directory.File("taken"), "");

        Should.Throw<HubDatabaseException>(() => DataDirectoryLock.Acquire(directory.File("taken", "data"))).Message
            .ShouldContain("cannot be created");
    }
}
