using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Tests.Persistence.Encryption;

public sealed class MasterKeyTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string KeyFile => directory.File("keys", "master.key");

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Load_Should_CreateAPrivateKey_When_ThereIsNoDatabaseYet()
    {
        // act
        var created = Load(databaseExists: false);

        // assert
        new FileInfo(KeyFile).Length.ShouldBe(MasterKey.Length);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Load(databaseExists: true).SubKey("x").ShouldBe(created.SubKey("x"));
        created.SubKey("y").ShouldNotBe(created.SubKey("x"));
    }

    [Fact]
    public void Load_Should_Refuse_When_TheKeyOfADatabaseIsMissing()
    {
        var refusal = Should.Throw<HubDatabaseException>(() => Load(databaseExists: true));

        refusal.Message.ShouldContain(KeyFile);
        refusal.Message.ShouldContain("Hub:MasterKeyFile");
        File.Exists(KeyFile).ShouldBeFalse();
    }

    [Fact]
    public void Load_Should_Refuse_When_OthersCanReadTheKeyOutsideDevelopment()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Load(databaseExists: false);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Should.Throw<HubDatabaseException>(() => Load(databaseExists: true)).Message.ShouldContain("chmod 600");
        Should.NotThrow(() => MasterKey.Load(KeyFile, databaseExists: true, tolerateOpenFile: true));
    }

    [Fact]
    public void Load_Should_Refuse_When_TheFileIsNoKey()
    {
        Load(databaseExists: false);
        File.WriteAllBytes(KeyFile, new byte[16]);

        Should.Throw<HubDatabaseException>(() => Load(databaseExists: true)).Message.ShouldContain("32 bytes");
    }

    private MasterKey Load(bool databaseExists) => MasterKey.Load(KeyFile, databaseExists, tolerateOpenFile: false);
}
