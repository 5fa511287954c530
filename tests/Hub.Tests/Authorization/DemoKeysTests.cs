using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.Tests.Authorization;

public sealed class DemoKeysTests
{
    [Theory]
    [InlineData("Development", "http://localhost:5080", true)]
    [InlineData("Development", "http://127.0.0.1:5080", true)]
    [InlineData("Development", "https://[::1]:5081", true)]
    [InlineData("Development", "http://0.0.0.0:5080", false)]
    [InlineData("Development", "http://[::]:5080", false)]
    [InlineData("Development", "http://*:5080", false)]
    [InlineData("Development", "http://+:5080", false)]
    [InlineData("Development", "http://192.0.2.7:5080", false)]
    [InlineData("Development", "http://localhost.example.org:5080", false)]
    [InlineData("Production", "http://localhost:5080", false)]
    [InlineData("Staging", "http://localhost:5080", false)]
    public void Open_Should_LetTheKeyWork_When_InDevelopmentOnThisMachineOnly(string environment, string address, bool works)
    {
        // arrange
        var keys = new DemoKeys(enabled: true);
        keys.Find(DemoKeys.Key).ShouldBeNull();

        // act
        var refusal = Record.Exception(() => keys.Open(environment, ["http://localhost:1", address]));

        // assert
        (refusal is null).ShouldBe(works);
        (keys.Find(DemoKeys.Key) is not null).ShouldBe(works);
        refusal?.Message.ShouldContain(DemoKeys.Setting);
    }

    [Fact]
    public void Open_Should_KeepTheKeyShut_When_TurnedOff()
    {
        var keys = new DemoKeys(enabled: false);

        keys.Open("Production", ["http://0.0.0.0:80"]);

        keys.Find(DemoKeys.Key).ShouldBeNull();
    }
}
