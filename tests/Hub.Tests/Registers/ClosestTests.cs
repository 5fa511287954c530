using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Registers;

public sealed class ClosestTests
{
    [Theory]
    [InlineData("timout", " Did you mean 'timeout'?")]
    [InlineData("TIMEOUT", " Did you mean 'timeout'?")]
    [InlineData("password", "")]
    public void Hint_Should_NameTheNearestKey_When_OneIsNear(string written, string expected) =>
        Closest.Hint(written, ["name", "timeout", "naming"]).ShouldBe(expected);
}
