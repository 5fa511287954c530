using Microsoft.Extensions.Logging.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class CatalogWatcherTests
{
    [Fact]
    public async Task Look_Should_LoadAPluginWithoutRestart_When_ItsFolderAndItsSourceAppear()
    {
        // arrange
        using var room = new PluginRoom().WithRegister();
        using var watcher = new CatalogWatcher(room.Holder, room.Directories, room.Clock, NullLogger<CatalogWatcher>.Instance);
        await watcher.StartAsync(TestContext.Current.CancellationToken);

        // act: the first look sees the change, the second sees that it is over.
        room.WithPlugins("healthy").WithSource("crm", "healthy", "settings: { people: [] }");
        room.Clock.Advance(CatalogWatcher.Interval);
        room.Clock.Advance(CatalogWatcher.Interval);

        // assert
        room.Source().State.ShouldBe(SourceState.Active);
    }

    [Fact]
    public async Task Look_Should_LeaveTheCatalogAlone_When_NothingChanged()
    {
        using var room = new PluginRoom().WithRegister();
        using var watcher = new CatalogWatcher(room.Holder, room.Directories, room.Clock, NullLogger<CatalogWatcher>.Instance);
        await watcher.StartAsync(TestContext.Current.CancellationToken);
        var before = room.Holder.Current;

        room.Clock.Advance(10 * CatalogWatcher.Interval);

        room.Holder.Current.ShouldBeSameAs(before);
    }
}
