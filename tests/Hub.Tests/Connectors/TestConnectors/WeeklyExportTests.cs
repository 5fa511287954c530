using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Tests.Connectors.TestConnectors;

/// <summary>A source that takes changes in a file and shows them with its next export.</summary>
public sealed class WeeklyExportTests : IDisposable
{
    private static readonly DateTimeOffset nextExport = new(2026, 11, 6, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid taskId = Guid.Parse("7f2b4c7e-3f0e-4a55-9a52-0b6f6a1d5f01");

    private readonly PluginRoom room = new PluginRoom().WithPlugins("weekly-export").WithRegister().WithSource("crm", "weekly-export", "settings: { file: points.csv }");

    public WeeklyExportTests() => Export("2026-10-30", "1001;250\n1002;7\n");

    public void Dispose() => room.Dispose();

    [Fact]
    public void Describe_Should_SayThatEffectsTakeAWeek_When_Loaded()
    {
        var abilities = room.Source().Descriptor.ShouldNotBeNull().Abilities;

        abilities.Select(one => one.Ability).ShouldBe([Ability.Rectification, Ability.Erasure]);
        abilities.ShouldAllBe(one => one.Mode == AbilityMode.Emulated && one.Delay == TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task Rectify_Should_AnswerEachItemInOrder_When_OnlySomeCanBeDone()
    {
        // act
        var items = await RectifyAsync(
            1, Points("1001", 250, 300), Points("1002", 7, 8), Points("1001", 250, 250), Points("1001", 9, 10), new(new("loyaltyAccount", "1001", "number"), null, null));

        // assert
        items[0].ShouldBe(new WritePending($"{taskId}/0", nextExport));
        items[1].ShouldBe(new WriteNotHeld(), "the account is another person's");
        items[2].ShouldBe(new WriteDone());
        items[3].ShouldBeOfType<WriteConflict>();
        items[4].ShouldBeOfType<WriteUnsupported>();
    }

    [Fact]
    public async Task Rectify_Should_QueueOnce_When_Repeated()
    {
        var first = await RectifyAsync(1, Points("1001", 250, 300));
        File.AppendAllText(HandOver, "half a li");

        var second = await RectifyAsync(2, Points("1001", 250, 300));

        second.ShouldBe(first);
        File.ReadAllLines(HandOver).ShouldBe([$"{taskId}/0;rectify;1001;points;300"]);
    }

    [Theory]
    [InlineData("1001;300\n", 300, typeof(WriteDone))]
    [InlineData("1001;250\n", 250, typeof(WritePending))]
    [InlineData("1001;4\n", 4, typeof(WriteConflict))]
    public async Task Read_Should_Tell_When_TheNextExportIsThere(string export, int points, Type answer)
    {
        // arrange
        await RectifyAsync(1, Points("1001", 250, 300));
        Export("2026-11-06", export);
        room.Clock.Advance(TimeSpan.FromDays(5));

        // act
        var page = await ReadAsync();
        var again = await RectifyAsync(2, Points("1001", 250, 300));

        // assert
        page.AsOf.ShouldBe(nextExport);
        page.Records.ShouldHaveSingleItem().Values[1].ShouldBe(new IntegerValue(points));
        again[0].ShouldBeOfType(answer);
    }

    [Fact]
    public async Task Erase_Should_BeDone_When_TheNextExportLacksTheRecord()
    {
        // arrange
        var preview = await EraseAsync(preview: true);
        var queuedByPreview = File.Exists(HandOver);
        var first = await EraseAsync();

        // act
        Export("2026-11-06", "1002;7\n");
        var after = await EraseAsync();

        // assert
        preview.ShouldBe(first);
        queuedByPreview.ShouldBeFalse();
        first.ShouldBe([new WritePending($"{taskId}/0", nextExport), new WriteNotHeld()]);
        after.ShouldBe([new WriteDone(), new WriteNotHeld()]);
        File.ReadAllLines(HandOver).ShouldBe([$"{taskId}/0;erase;1001;;"]);
    }

    [Fact]
    public async Task Rectify_Should_NameTheExportAfter_When_ExportsWereMissed()
    {
        room.Clock.Advance(TimeSpan.FromDays(10));

        var items = await RectifyAsync(1, Points("1001", 250, 300));

        items[0].ShouldBe(new WritePending($"{taskId}/0", nextExport.AddDays(7)));
    }

    private string HandOver => room.ConfigFile("shop/changes.csv");

    private static IReadOnlyList<SubjectIdentity> Person => [new(IdentityKinds.CustomerNumber, "1001", "crm")];

    private static FieldCorrection Points(string number, long expected, long right) =>
        new(new("loyaltyAccount", number, "points"), new IntegerValue(expected), new IntegerValue(right));

    private void Export(string day, string lines) => room.Write("shop/points.csv", $"# exported {day}T03:00:00Z\n{lines}");

    private async Task<ReadPage> ReadAsync() =>
        (await room.Invoker.ReadAsync(room.Source(), PluginRoom.Request("1001", "loyaltyAccount"), TestContext.Current.CancellationToken)).Value.ShouldNotBeNull();

    private async Task<IReadOnlyList<WriteItem>> RectifyAsync(long fence, params FieldCorrection[] corrections)
    {
        var request = new RectificationRequest { Task = new(taskId, fence), Identities = Person, Corrections = corrections };
        return (await room.Invoker.RectifyAsync(room.Source(), request, TestContext.Current.CancellationToken)).Value.ShouldNotBeNull().Items;
    }

    private async Task<IReadOnlyList<WriteItem>> EraseAsync(bool preview = false)
    {
        var request = new ErasureRequest { Task = new(taskId, 1), Identities = Person, Targets = [new("loyaltyAccount", "1001"), new("loyaltyAccount", "1002")] };
        var call = preview
            ? room.Invoker.PreviewErasureAsync(room.Source(), request, TestContext.Current.CancellationToken)
            : room.Invoker.EraseAsync(room.Source(), request, TestContext.Current.CancellationToken);
        return (await call).Value.ShouldNotBeNull().Items;
    }
}
