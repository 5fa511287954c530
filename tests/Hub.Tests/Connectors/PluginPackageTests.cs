using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class PluginPackageTests
{
    [Fact]
    public void CopyTo_Should_WriteTheHashedBytesAgain_When_TheCopyWasTamperedWith()
    {
        // arrange
        using var folder = new TemporaryDirectory();
        var package = Package(folder, ("a.dll", "first"), ("runtimes/linux/b.so", "native"));
        var copy = package.CopyTo(folder.File("copies"));
        File.WriteAllText(Path.Combine(copy, "a.dll"), "something else");
        File.WriteAllText(Path.Combine(copy, "extra.dll"), "added");

        // act
        var again = package.CopyTo(folder.File("copies"));

        // assert
        again.ShouldBe(copy);
        File.ReadAllText(Path.Combine(copy, "a.dll")).ShouldBe("first");
        File.ReadAllText(Path.Combine(copy, "runtimes/linux/b.so")).ShouldBe("native");
        File.Exists(Path.Combine(copy, "extra.dll")).ShouldBeFalse();
    }

    [Fact]
    public void CopyTo_Should_WriteWhatWasHashed_When_TheFolderChangesAfterReading()
    {
        using var folder = new TemporaryDirectory();
        var package = Package(folder, ("a.dll", "first"));
        File.WriteAllText(folder.File("plugin", "a.dll"), "swapped in afterwards");

        var copy = package.CopyTo(folder.File("copies"));

        File.ReadAllText(Path.Combine(copy, "a.dll")).ShouldBe("first");
        PluginPackage.Read(copy).Hash.ShouldBe(package.Hash);
    }

    [Theory]
    [InlineData("a.dll", "firsT")]
    [InlineData("b.dll", "first")]
    public void Hash_Should_Differ_When_AByteOrANameDiffers(string name, string text)
    {
        using var one = new TemporaryDirectory();
        using var other = new TemporaryDirectory();

        Package(one, ("a.dll", "first")).Hash.ShouldNotBe(Package(other, (name, text)).Hash);
    }

    private static PluginPackage Package(TemporaryDirectory folder, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File("plugin", name))!);
            File.WriteAllText(folder.File("plugin", name), text);
        }

        return PluginPackage.Read(folder.File("plugin"));
    }
}
