using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Tests.Persistence.Encryption;

public sealed class OpaqueIdsTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly OpaqueIds ids;

    public OpaqueIdsTests() => ids = Create("master.key");

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("crm|contact|1001")]
    public void TryOpen_Should_GiveTheContent_When_SealedForThePurpose(string content)
    {
        var token = ids.Seal("record", System.Text.Encoding.UTF8.GetBytes(content));

        ids.TryOpen("record", token, out var opened).ShouldBeTrue();
        System.Text.Encoding.UTF8.GetString(opened!).ShouldBe(content);
        token.ShouldMatch("^[A-Za-z0-9_-]+$");
        ids.Seal("record", System.Text.Encoding.UTF8.GetBytes(content)).ShouldBe(token);
    }

    [Fact]
    public void TryOpen_Should_Refuse_When_ThePurposeOrTheKeyIsAnother()
    {
        var token = ids.Seal("record", "1001"u8);

        ids.TryOpen("cursor", token, out _).ShouldBeFalse();
        Create("other.key").TryOpen("record", token, out _).ShouldBeFalse();
        ids.Seal("cursor", "1001"u8).ShouldNotBe(token);
    }

    [Fact]
    public void TryOpen_Should_Refuse_When_AnyCharacterWasChanged()
    {
        var token = ids.Seal("record", "1001"u8);
        for (var at = 0; at < token.Length - 1; at++)
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            ids.TryOpen("record", changed, out _).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("not base64 url!")]
    [InlineData("AAAAAAAA")]
    public void TryOpen_Should_Refuse_When_ItIsNoToken(string token) => ids.TryOpen("record", token, out _).ShouldBeFalse();

    private OpaqueIds Create(string file) =>
        new(MasterKey.Load(directory.File(file), databaseExists: false, tolerateOpenFile: false));
}
