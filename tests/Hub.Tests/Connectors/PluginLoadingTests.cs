using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class PluginLoadingTests
{
    private const string People = "settings: { people: [] }";

    [Theory]
    [InlineData("wrong-contract", "", "built for contract 9.0, and this hub speaks 1.2")]
    [InlineData("nowhere", "", "there is no such plugin")]
    [InlineData("throwing", "settings: { mode: constructor }", "cannot be made (InvalidOperationException)")]
    [InlineData("throwing", "settings: { mode: describe }", "The table list is empty.")]
    [InlineData("throwing", "settings: { mode: describe-null }", "cannot be made")]
    public async Task Load_Should_QuarantineWithTheReasonAndGoOn_When_APluginIsBad(string plugin, string settings, string reason)
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy", "throwing", "wrong-contract").WithRegister()
            .WithSource("crm", "healthy", People).WithSource("bad", plugin, settings);

        // act
        var bad = room.Source("bad");
        var good = await room.Invoker.CheckAsync(room.Source(), TestContext.Current.CancellationToken);
        var asked = await room.Invoker.CheckAsync(bad, TestContext.Current.CancellationToken);

        // assert
        bad.State.ShouldBe(SourceState.Quarantined);
        bad.Reason.ShouldNotBeNull().ShouldContain(reason);
        asked.Status.ShouldBe(CallStatus.Disabled);
        good.Answered.ShouldBeTrue();
        (room.Log.Text + bad.Reason).ShouldNotContain("010190");
    }

    [Theory]
    [InlineData("{ \"id\": \"crooked\" }", "'description' is missing. 'assembly' is missing. 'contract' is missing.")]
    [InlineData("{ not json", "not valid JSON")]
    [InlineData("{ \"id\": \"crooked\", \"id\": \"crooked\" }", "not valid JSON")]
    [InlineData("{ \"id\": \"other\", \"description\": \"d\", \"assembly\": \"../x.dll\", \"contract\": \"1.7\" }", "must be the name of the folder")]
    [InlineData("{ \"id\": \"other\", \"description\": \"d\", \"assembly\": \"../x.dll\", \"contract\": \"1.7\" }", "must be the name of a .dll file in the plugin's folder")]
    [InlineData("{ \"id\": \"other\", \"description\": \"d\", \"assembly\": \"../x.dll\", \"contract\": \"1.7\" }", "built for contract 1.7")]
    [InlineData("{ \"id\": \"crooked\", \"description\": \"d\", \"assembly\": \"x.dll\", \"contract\": \"1.0\" }", "the folder has no such file")]
    [InlineData("{ \"id\": \"crooked\", \"description\": \"d\", \"assembly\": \"noise.dll\", \"contract\": \"1.0\" }", "cannot be loaded (BadImageFormatException)")]
    [InlineData("{ \"id\": \"crooked\", \"description\": \"d\", \"assembly\": \"PersonalDataHub.GraphQL.dll\", \"contract\": \"1.0\" }", "no class that implements IConnector")]
    public void Load_Should_QuarantineWithTheReason_When_TheManifestOrTheAssemblyIsWrong(string manifest, string reason)
    {
        // arrange
        using var room = new PluginRoom().WithRegister().WithSource("crm", "crooked");
        Directory.CreateDirectory(room.PluginFolder("crooked"));
        File.WriteAllText(Path.Combine(room.PluginFolder("crooked"), "noise.dll"), "noise");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "PersonalDataHub.GraphQL.dll"), Path.Combine(room.PluginFolder("crooked"), "PersonalDataHub.GraphQL.dll"));
        File.WriteAllText(Path.Combine(room.PluginFolder("crooked"), "plugin.json"), manifest);

        // act, assert
        room.Source().State.ShouldBe(SourceState.Quarantined);
        room.Source().Reason.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void Load_Should_ReportEverything_When_ADescriptorIsNonsense()
    {
        using var room = new PluginRoom().WithPlugins("throwing").WithRegister()
            .WithSource("crm", "throwing", "settings: { mode: describe-nonsense }");

        var mistakes = string.Join('\n', room.Holder.Current.Mistakes);

        mistakes.ShouldContain("'Call Record' must be camel case");
        mistakes.ShouldContain("the plural name 'records' is taken");
        mistakes.ShouldContain("no category 'conatct'. Did you mean 'contact'?");
        mistakes.ShouldContain("Call Record.tags: a list, and nothing else, names the kind of its items");
        mistakes.ShouldContain("Call Record.home: a composite, and nothing else, has parts");
        mistakes.ShouldContain("accepts no kind of identity");
        mistakes.ShouldContain("describes the ability Erasure, but the connector does not implement it");
        mistakes.ShouldContain("feeds: the register has no source 'crn'. Did you mean 'crm'?");
    }

    [Fact]
    public void Load_Should_QuarantineAndGoOn_When_APluginNeverComesUp()
    {
        using var room = new PluginRoom().WithPlugins("healthy", "slow").WithRegister()
            .WithSource("crm", "healthy", People).WithSource("stuck", "slow", "settings: { mode: describe }");
        room.Patience = TimeSpan.FromSeconds(3);

        var stuck = room.Source("stuck");
        room.Write("shop/release", string.Empty);

        stuck.Reason.ShouldNotBeNull().ShouldContain("did not come up within PT3S");
        room.Source().State.ShouldBe(SourceState.Active);
    }

    [Fact]
    public async Task Load_Should_RunTwoVersionsOfOnePackage_When_APluginCarriesItsOwn()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("conflicting-dependency").WithRegister().WithSource("crm", "conflicting-dependency");

        // act
        var call = await room.Invoker.CheckAsync(room.Source(), TestContext.Current.CancellationToken);

        // assert
        call.Value.ShouldNotBeNull().Remarks.ShouldBe(["15.0.0.0"]);
        typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version!.Major.ShouldBe(16);
    }

    [Fact]
    public async Task Load_Should_RefuseToLendTheHubsPackage_When_ThePluginDoesNotCarryItsOwn()
    {
        using var room = new PluginRoom().WithPlugins("conflicting-dependency").WithRegister().WithSource("crm", "conflicting-dependency");
        File.Delete(Path.Combine(room.PluginFolder("conflicting-dependency"), "YamlDotNet.dll"));

        // The connector uses YamlDotNet inside a method only, so loading succeeds and the call tells.
        var call = await room.Invoker.CheckAsync(room.Source(), TestContext.Current.CancellationToken);

        call.Status.ShouldBe(CallStatus.Failed);
        call.Failure!.Message.ShouldContain("FileNotFoundException");
    }

    [Fact]
    public void Load_Should_LeaveTheFolderAlone_When_ItIsHalfCopied()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", People);
        var manifest = Path.Combine(room.PluginFolder("healthy"), "plugin.json");
        var text = File.ReadAllText(manifest);
        File.Delete(manifest);

        // act
        var before = room.Source();
        var copied = Directory.Exists(Path.Combine(room.Directories.DataDirectory, "connectors", "loaded"));
        File.WriteAllText(manifest, text);
        room.Holder.Reload();

        // assert
        before.State.ShouldBe(SourceState.Quarantined);
        copied.ShouldBeFalse();
        room.Source().State.ShouldBe(SourceState.Active);
    }

    [Fact]
    public async Task Read_Should_SayWhenTheExportWasMade_When_TheSourceIsAWeeklyFile()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("weekly-export").WithRegister().WithSource("crm", "weekly-export", "settings: { file: points.csv }");
        room.Write("shop/points.csv", "# exported 2026-10-30T03:00:00Z\n1001;250\nbroken\n1002;7\n");

        // act
        var call = await room.Invoker.ReadAsync(room.Source(), PluginRoom.Request("1001", "loyaltyAccount"), TestContext.Current.CancellationToken);

        // assert
        room.Source().Descriptor!.Freshness.ShouldBe(TimeSpan.FromDays(7));
        call.Value.ShouldNotBeNull().AsOf.ShouldBe(new DateTimeOffset(2026, 10, 30, 3, 0, 0, TimeSpan.Zero));
        call.Value.Records.ShouldHaveSingleItem().Values[1].ShouldBe(new IntegerValue(250));
        call.Value.Gaps.ShouldBe(["1 lines could not be read."]);
    }
}
