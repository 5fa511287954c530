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
    public void Reload_Should_KeepTheOldSources_When_ThePluginWasOverwrittenInPlace()
    {
        // arrange: the hub runs from its own copy, so that bytes changed below it cannot reach it.
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", One);
        Ask(room);

        // act
        File.WriteAllText(Path.Combine(room.PluginFolder("healthy"), "PersonalDataHub.TestConnectors.Healthy.dll"), "half a file");
        var accepted = room.Holder.Reload();

        // assert
        accepted.ShouldBeFalse();
        room.Holder.Current.Mistakes.ShouldHaveSingleItem().Message.ShouldContain("cannot be loaded (BadImageFormatException)");
        Ask(room);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Ask(PluginRoom room)
    {
        var call = room.Invoker.ReadAsync(room.Source(), PluginRoom.Request(), CancellationToken.None).GetAwaiter().GetResult();
        call.Answered.ShouldBeTrue();
        call.Value.Records.Count.ShouldBe(1);
    }

    private static string TypeNames(PluginRoom room) =>
        string.Join(", ", room.Holder.Current.RecordTypes("shop").Select(type => type.Name));
}
