using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors.TestConnectors;

/// <summary>A source whose changes are a person's work.</summary>
public sealed class EmailOnlyTests : IDisposable
{
    private static readonly TaskKey task = new(Guid.Parse("7f2b4c7e-3f0e-4a55-9a52-0b6f6a1d5f02"), 1);
    private static readonly RecordTarget file = new("paperFile", "1001");
    private static readonly RecordTarget anothers = new("paperFile", "1002");

    private readonly PluginRoom room = new PluginRoom().WithPlugins("email-only").WithRegister()
        .WithSource("crm", "email-only", "settings: { list: files.txt, keeper: archive-keeper@example.com }");

    public EmailOnlyTests() => room.Write("shop/files.txt", "# customer number; where\n1001; Room 2, shelf 4\n1002\n");

    public void Dispose() => room.Dispose();

    [Fact]
    [Requirement("S0-36")]
    public async Task Read_Should_TellWhereTheFileLies_When_ThePersonIsListed()
    {
        var page = await ReadAsync();

        page.Records.ShouldHaveSingleItem().Values.ShouldBe([new TextValue("1001"), new TextValue("Room 2, shelf 4")]);
    }

    [Fact]
    [Requirement("S0-36")]
    public async Task Writes_Should_InstructAPersonWithoutPersonalData_When_TheKeeperHasToAct()
    {
        // arrange
        var rectification = new RectificationRequest
        {
            Task = task,
            Identities = Person,
            Corrections = [new(file with { Field = "location" }, new TextValue("Room 2, shelf 4"), new TextValue("Room 3"))],
        };

        // act
        var items = new[]
        {
            Item(await room.Invoker.RectifyAsync(room.Source(), rectification, TestContext.Current.CancellationToken)),
            Item(await room.Invoker.RestrictAsync(room.Source(), new() { Task = task, Identities = Person, Targets = [file], Restricted = true }, TestContext.Current.CancellationToken)),
            (await EraseAsync())[0],
        };

        // assert
        var instructions = items.Select(item => item.ShouldBeOfType<WriteManual>().Instruction).ToList();
        instructions.ShouldAllBe(text => text.Contains("archive-keeper@example.com") && text.Contains("paperFile"));
        instructions.ShouldAllBe(text => !text.Contains("1001") && !text.Contains("Room"));
        room.Source().Descriptor!.Abilities.ShouldAllBe(one => one.Mode == AbilityMode.Manual);
    }

    [Fact]
    public async Task Erase_Should_BeSeenInTheList_When_ThePersonHasDoneIt()
    {
        // act
        var before = await EraseAsync();
        room.Write("shop/files.txt", "1002\n");
        var after = await EraseAsync();

        // assert
        before[0].ShouldBeOfType<WriteManual>();
        before[1].ShouldBe(new WriteNotHeld(), "the file is another person's");
        after[0].ShouldBe(new WriteNotHeld());
        (await ReadAsync()).Records.ShouldBeEmpty();
    }

    [Fact]
    public void Settings_Should_BeRefusedAllAtOnce_When_Missing()
    {
        using var other = new PluginRoom().WithPlugins("email-only").WithRegister().WithSource("crm", "email-only", "settings: { list: '' }");

        other.Source().State.ShouldBe(SourceState.Quarantined);
        other.Holder.Current.Mistakes.Count.ShouldBe(2);
    }

    private static IReadOnlyList<SubjectIdentity> Person => [new(IdentityKinds.CustomerNumber, "1001", "crm")];

    private static WriteItem Item(SourceCall<WriteResult> call) => call.Value.ShouldNotBeNull().Items.ShouldHaveSingleItem();

    private async Task<ReadPage> ReadAsync() =>
        (await room.Invoker.ReadAsync(room.Source(), PluginRoom.Request("1001", "paperFile"), TestContext.Current.CancellationToken)).Value.ShouldNotBeNull();

    private async Task<IReadOnlyList<WriteItem>> EraseAsync()
    {
        var request = new ErasureRequest { Task = task, Identities = Person, Targets = [file, anothers] };
        return (await room.Invoker.EraseAsync(room.Source(), request, TestContext.Current.CancellationToken)).Value.ShouldNotBeNull().Items;
    }
}
