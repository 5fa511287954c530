using System.Runtime.CompilerServices;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class CatalogHolderTests
{
    private const string One = "settings: { farewell: farewell, people: [{ number: '1001', name: Virtanen }] }";
    private const string Two = "settings: { people: [{ number: '1001', name: Korhonen }] }";

    [Fact]
    public async Task Reload_Should_KeepTheOldSourceUntilItsLastLeaseEnds_When_ItsFileChanges()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        var lease = room.Holder.Lease();

        // act
        room.WithSource("crm", "healthy", Two);
        room.Holder.Reload().ShouldBeTrue();
        var old = await room.Invoker.ReadAsync(lease.Catalog.FindSource("shop", "crm")!, PluginRoom.Request("1001", "contact"), TestContext.Current.CancellationToken);
        var current = await room.Invoker.ReadAsync(room.Source(), PluginRoom.Request("1001", "contact"), TestContext.Current.CancellationToken);
        var disposedDuringLease = File.Exists(room.ConfigFile("shop/farewell"));
        lease.Dispose();

        // assert
        old.Value!.Records[0].Values[1].ShouldBe(new TextValue("Virtanen"));
        current.Value!.Records[0].Values[1].ShouldBe(new TextValue("Korhonen"));
        disposedDuringLease.ShouldBeFalse();
        File.Exists(room.ConfigFile("shop/farewell")).ShouldBeTrue();
    }

    [Fact]
    public void Reload_Should_KeepTheSourceItself_When_NothingAboutItChanged()
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        var before = room.Source().Runtime;

        room.WithSource("second", "healthy", Two).Holder.Reload();
        var withSibling = room.Source().Runtime;
        room.Holder.Reload();

        before.ShouldNotBeSameAs(withSibling);
        room.Source().Runtime.ShouldBeSameAs(withSibling);
    }

    [Fact]
    public void Reload_Should_UnloadTheOldPlugin_When_ItsFilesChange()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        Ask(room);
        var lease = room.Holder.Lease();

        // act
        File.WriteAllText(Path.Combine(room.PluginFolder("healthy"), "release-notes.txt"), "second edition");
        room.Holder.Reload().ShouldBeTrue();
        var unloadedDuringLease = room.Holder.UncollectedPlugins;
        lease.Dispose();
        lease = null;

        // assert
        unloadedDuringLease.ShouldBe(0);
        File.Exists(room.ConfigFile("shop/farewell")).ShouldBeTrue();
        for (var round = 0; round < 20 && room.Holder.UncollectedPlugins > 0; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        room.Holder.UncollectedPlugins.ShouldBe(0);
        Ask(room);
    }

    [Fact]
    public void Reload_Should_KeepTheOldSourcesAndReport_When_AFileBecameWrong()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        var before = room.Holder.Current;

        // act
        room.WithSource("crm", "healthy", "timeout: soon");
        var accepted = room.Holder.Reload();

        // assert
        accepted.ShouldBeFalse();
        room.Source().State.ShouldBe(SourceState.Active);
        room.Holder.Current.Revision.ShouldBeGreaterThan(before.Revision);
        room.Holder.Current.Mistakes.ShouldHaveSingleItem().ToString().ShouldStartWith("shop/crm.yaml:3:10: 'timeout' is 'soon'");
        Ask(room);
        room.WithSource("crm", "healthy", Two).Holder.Reload().ShouldBeTrue();
        room.Holder.Current.Mistakes.ShouldBeEmpty();
    }

    [Fact]
    public void Reload_Should_TakeTheOtherChanges_When_AFileBecameWrong()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One).WithSource("second", "healthy", One);
        _ = room.Holder;

        // act
        room.WithSource("crm", "healthy", "settings: {}").WithSource("second", "healthy", Two).WithSource("third", "healthy", Two);
        var accepted = room.Holder.Reload();

        // assert
        accepted.ShouldBeFalse();
        NameIn(room, "crm").ShouldBe("Virtanen");
        NameIn(room, "second").ShouldBe("Korhonen");
        NameIn(room, "third").ShouldBe("Korhonen");
        room.Holder.Current.Mistakes.ShouldNotBeEmpty();
        room.Holder.Current.Mistakes.ShouldAllBe(mistake => mistake.File == "shop/crm.yaml");
        room.Log.Text.ShouldContain("shop/crm stays as it was until its configuration is mended.");
    }

    [Fact]
    public void Reload_Should_KeepARunningSourceThroughFurtherReloads_When_ItsFileStaysWrong()
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        _ = room.Holder;
        room.WithSource("crm", "healthy", "timeout: soon").Holder.Reload();

        room.WithSource("second", "healthy", Two).Holder.Reload();
        room.Holder.Reload();

        NameIn(room, "crm").ShouldBe("Virtanen");
        File.Exists(room.ConfigFile("shop/farewell")).ShouldBeFalse();
        File.Delete(room.ConfigFile("shop/crm.yaml"));
        room.Holder.Reload().ShouldBeTrue();
        room.Holder.Current.FindSource("shop", "crm").ShouldBeNull();
        File.Exists(room.ConfigFile("shop/farewell")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("PersonalDataHub.TestConnectors.Healthy.dll", "half a file", "cannot be loaded (BadImageFormatException)")]
    [InlineData("plugin.json", "{}", "'assembly' is missing")]
    [InlineData("plugin.json", null, "there is no such plugin")]
    public void Reload_Should_QuarantineTheSourceAndKeepItsTypes_When_ThePluginBroke(string file, string? text, string reason)
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        Ask(room);
        var types = TypeNames(room);

        // act
        if (text is null)
        {
            Directory.Delete(room.PluginFolder("healthy"), recursive: true);
        }
        else
        {
            File.WriteAllText(Path.Combine(room.PluginFolder("healthy"), file), text);
        }

        var accepted = room.Holder.Reload();

        // assert
        accepted.ShouldBeTrue();
        room.Source().State.ShouldBe(SourceState.Quarantined);
        room.Source().Reason!.ShouldContain(reason);
        TypeNames(room).ShouldBe(types);
        room.WithPlugins("healthy").Holder.Reload().ShouldBeTrue();
        Ask(room);
    }

    [Fact]
    public async Task Reload_Should_LetALeaseFinish_When_ThePluginIsTakenAway()
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        using var lease = room.Holder.Lease();

        Directory.Delete(room.PluginFolder("healthy"), recursive: true);
        room.Holder.Reload();
        var call = await room.Invoker.ReadAsync(lease.Catalog.FindSource("shop", "crm")!, PluginRoom.Request(), TestContext.Current.CancellationToken);

        call.Answered.ShouldBeTrue();
    }

    [Fact]
    public void Reload_Should_RefuseTheNewcomer_When_ItsTypesDoNotFitThoseOfARunningSource()
    {
        // arrange: the newcomer comes first in the register's order.
        using var room = new PluginRoom().WithPlugins("healthy", "contrary").WithRegister(more: "precedence: [a, crm]").WithSource("crm", "healthy", One);
        _ = room.Holder;

        // act
        room.WithSource("a", "contrary");
        var accepted = room.Holder.Reload();

        // assert
        accepted.ShouldBeTrue();
        room.Source("a").State.ShouldBe(SourceState.Quarantined);
        room.Source("a").Reason.ShouldBe("shop/a.yaml:1:12: field 'contact.number' is Integer at source 'a', but Text at source 'crm'.");
        room.Source().State.ShouldBe(SourceState.Active);
        Ask(room);
    }

    [Fact]
    public void Reload_Should_QuarantineTheSource_When_ItsPluginIsReplacedByOneThatDoesNotFit()
    {
        // arrange: the source comes first in the register's order, but the other has not changed.
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister(more: "precedence: [a, crm]")
            .WithSource("a", "club", Two).WithSource("crm", "healthy", One);
        Install(room, "club", "healthy");
        room.Source("a").State.ShouldBe(SourceState.Active);

        // act
        Install(room, "club", "contrary");
        var accepted = room.Holder.Reload();

        // assert
        accepted.ShouldBeTrue();
        room.Source("a").State.ShouldBe(SourceState.Quarantined);
        room.Source("a").Reason!.ShouldContain("field 'contact.number' is Integer at source 'a'");
        Ask(room);
    }

    [Theory]
    [InlineData("contrary")]
    [InlineData("helthy")]
    public void Reload_Should_KeepTheOldSource_When_ItsFileNamesAnotherPluginByMistake(string connector)
    {
        using var room = new PluginRoom().WithPlugins("healthy", "contrary").WithRegister(more: "precedence: [a, crm]")
            .WithSource("a", "healthy", Two).WithSource("crm", "healthy", One);
        _ = room.Holder;

        room.WithSource("a", connector);

        room.Holder.Reload().ShouldBeFalse();
        NameIn(room, "a").ShouldBe("Korhonen");
        NameIn(room, "crm").ShouldBe("Virtanen");
        room.Holder.Current.Mistakes.ShouldHaveSingleItem().File.ShouldBe("shop/a.yaml");
    }

    [Fact]
    public void Reload_Should_TakeTheOtherRegisters_When_OneRegisterFileBecameWrong()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One).WithRegister("club");
        _ = room.Holder;

        // act
        room.Write("shop/register.yaml", "id: [");
        room.Write("club/crm.yaml", $"connector: healthy\nname: crm\n{Two}\n");
        var accepted = room.Holder.Reload();

        // assert
        accepted.ShouldBeFalse();
        Ask(room);
        TypeNames(room).ShouldBe("contact, visit");
        room.Holder.Current.FindSource("club", "crm")!.State.ShouldBe(SourceState.Active);
        room.Holder.Current.Registers.Select(register => register.Id).ShouldBe(["club", "shop"]);
    }

    [Fact]
    public void Reload_Should_KeepTheOldSources_When_TheRegisterFileBecameWrong()
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        _ = room.Holder;

        room.Write("shop/register.yaml", "id: [");

        room.Holder.Reload().ShouldBeFalse();
        room.Source().State.ShouldBe(SourceState.Active);
    }

    [Fact]
    public void Reload_Should_TakeTheGoodSource_When_AnotherNewOneIsWrong()
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        _ = room.Holder;

        room.WithSource("good", "healthy", Two).WithSource("bad", "healthy", "settings: {}");

        room.Holder.Reload().ShouldBeTrue();
        room.Source("good").State.ShouldBe(SourceState.Active);
        room.Source("bad").State.ShouldBe(SourceState.Quarantined);
    }

    [Fact]
    public void Restart_Should_KeepTheTypes_When_TheSourceFailsOrIsDisabled()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        var types = TypeNames(room);
        room.Restart();

        // act
        room.WithSource("crm", "healthy", "timeout: soon");
        var quarantined = (room.Source().State, TypeNames(room));
        room.Restart();
        room.WithSource("crm", "healthy", "enabled: false");
        var disabled = (room.Source().State, TypeNames(room));
        room.Restart();
        File.Delete(room.ConfigFile("shop/crm.yaml"));
        var removed = TypeNames(room);
        room.Restart();
        room.WithSource("crm", "healthy", "enabled: false");

        // assert
        types.ShouldBe("contact, visit");
        quarantined.ShouldBe((SourceState.Quarantined, types));
        disabled.ShouldBe((SourceState.Disabled, types));
        removed.ShouldBeEmpty();
        TypeNames(room).ShouldBeEmpty();
    }

    [Fact]
    public void Lease_Should_SeeOneCatalog_When_ReloadsHappenMeanwhile()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        var announced = new List<long>();
        room.Holder.Changed += catalog => announced.Add(catalog.Revision);
        using var lease = room.Holder.Lease();
        var revision = lease.Catalog.Revision;

        // act
        File.Delete(room.ConfigFile("shop/crm.yaml"));
        room.Holder.Reload();

        // assert
        lease.Catalog.Revision.ShouldBe(revision);
        lease.Catalog.FindSource("shop", "crm").ShouldNotBeNull();
        room.Holder.Current.Sources.ShouldBeEmpty();
        announced.ShouldBe([revision + 1]);
    }

    /// <summary>Puts a built plugin into the room's folder under another id.</summary>
    private static void Install(PluginRoom room, string id, string built)
    {
        Directory.CreateDirectory(room.PluginFolder(id));
        foreach (var file in Directory.GetFiles(Path.Combine(PluginRoom.BuiltPlugins, built)))
        {
            File.Copy(file, Path.Combine(room.PluginFolder(id), Path.GetFileName(file)), overwrite: true);
        }

        var manifest = Path.Combine(room.PluginFolder(id), "plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace($"\"{built}\"", $"\"{id}\"", StringComparison.Ordinal));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Ask(PluginRoom room)
    {
        var call = room.Invoker.ReadAsync(room.Source(), PluginRoom.Request(), CancellationToken.None).GetAwaiter().GetResult();
        call.Answered.ShouldBeTrue();
        call.Value.Records.Count.ShouldBe(1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string NameIn(PluginRoom room, string source)
    {
        var call = room.Invoker.ReadAsync(room.Source(source), PluginRoom.Request("1001", "contact"), CancellationToken.None).GetAwaiter().GetResult();
        return ((TextValue)call.Value!.Records[0].Values[1]!).Value;
    }

    private static string TypeNames(PluginRoom room) =>
        string.Join(", ", room.Holder.Current.RecordTypes("shop").Select(type => type.Name));
}
