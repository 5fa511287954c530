using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.CallRecordings.Writing;

public sealed class CallRectificationTests : IDisposable
{
    private static readonly SubjectIdentity person = Calls.Customer("1");
    private readonly CallFolder folder = new();
    private readonly CallRecordingsConnector connector;

    public CallRectificationTests()
    {
        folder.Append(
            CallFolder.Line(customer: "2", source: "0400000002"),
            CallFolder.Line(customer: "1", uniqueId: "1.1", recording: "Asked for Malta", callerId: "\"Meikalainen\" <0400000001>"),
            CallFolder.Line(customer: "3", source: "0400000003"));
        connector = folder.Connect(("userField", "note"));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("note", "Asked for Malta", "Asked, \"Mali\"")]
    [InlineData("note", "Asked for Malta", null)]
    [InlineData("callerName", "Meikalainen", "Möttönen")]
    [InlineData("callerName", "Meikalainen", null)]
    public async Task RectifyAsync_Should_WriteInPlace_When_TheNewValueFits(string field, string old, string? wanted)
    {
        // arrange
        var length = new FileInfo(folder.Master).Length;
        var key = await connector.KeyAsync(person);

        // act
        var item = await connector.RectifyAsync(person, CallWrites.Call(key, field), old, wanted);
        var again = await connector.RectifyAsync(person, CallWrites.Call(key, field), old, wanted);

        // assert
        (item, again).ShouldBe((new WriteDone(), new WriteDone()));
        var call = (await connector.ReadAsync(person)).Records.Single();
        (call.Key, call.Text(connector.Describe(), field)).ShouldBe((key, wanted));
        new FileInfo(folder.Master).Length.ShouldBe(length);
        File.ReadAllLines(folder.Master)[0].ShouldBe(CallFolder.Line(customer: "2", source: "0400000002").TrimEnd());
    }

    [Fact]
    public async Task RectifyAsync_Should_WaitForRotation_When_TheNewValueIsLonger()
    {
        // arrange
        var before = File.ReadAllText(folder.Master);
        var target = CallWrites.Call(await connector.KeyAsync(person), "note");

        // act
        var live = await connector.RectifyAsync(person, target, "Asked for Malta", "Asked for Madagascar");
        var unchanged = File.ReadAllText(folder.Master) == before;
        var rotated = folder.Rotate();
        var left = await connector.RectifyAsync(person, target, "Asked for Malta", "Asked for Madagascar");

        // assert
        live.ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("rotated");
        unchanged.ShouldBeTrue();
        left.ShouldBe(new WriteDone());
        File.ReadAllText(rotated).ShouldBe(before.Replace("Malta", "Madagascar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RectifyAsync_Should_ChangeNothing_When_TheSourceHoldsAnotherValue()
    {
        var before = File.ReadAllText(folder.Master);

        var item = await connector.RectifyAsync(person, CallWrites.Call(await connector.KeyAsync(person), "note"), "Asked for Mali", "Nothing");

        item.ShouldBeOfType<WriteConflict>().Reason.ShouldNotContain("Malta");
        File.ReadAllText(folder.Master).ShouldBe(before);
    }

    [Theory]
    [InlineData("duration", "x")]
    [InlineData("callerNumber", "x")]
    [InlineData("note", "two\nlines")]
    [InlineData("callerName", "<script>")]
    public async Task RectifyAsync_Should_SayWhyNot_When_ItIsMeasuredOrDoesNotFitALine(string field, string wanted)
    {
        var item = await connector.RectifyAsync(person, CallWrites.Call(await connector.KeyAsync(person), field), null, wanted);

        item.ShouldBeOfType<WriteUnsupported>();
    }

    [Fact]
    public async Task RectifyAsync_Should_KeepOthersCalls_When_TheRecordIsNotThePersons()
    {
        var theirs = await connector.KeyAsync(Calls.Customer("2"));

        (await connector.RectifyAsync(person, CallWrites.Call(theirs, "note"), null, "x")).ShouldBe(new WriteNotHeld());
    }

    [Fact]
    public async Task RectifyAsync_Should_Refuse_When_TheFieldIsNotConfigured()
    {
        var other = folder.Connect();

        var item = await other.RectifyAsync(person, CallWrites.Call(await other.KeyAsync(person), "note"), null, "x");

        item.ShouldBeOfType<WriteUnsupported>().Reason.ShouldContain("correctable");
    }
}
