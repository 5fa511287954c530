using PersonalDataHub.Hub.Commands;

namespace PersonalDataHub.Hub.Tests.Drift;

/// <summary>Drift as a pipeline sees it: from the configuration alone, by the exit code.</summary>
public sealed class DriftCommandTests : IDisposable
{
    private const string Sound = """
        id: shop
        name: Shop
        controller: { name: Shop Oy, naturalPerson: true, address: "Esimerkkitie 2, 00100 HELSINKI" }
        primarySource: ledger
        categories:
          - { id: loyalty, name: Loyalty }
        bases:
          - { id: contract, kind: contract, name: Contract }
        purposes:
          - { id: service, name: Service, categories: all, bases: [contract] }
        """;

    private readonly TemporaryDirectory folder = new();

    public DriftCommandTests() => Directory.CreateDirectory(folder.File("config", "shop"));

    [Fact]
    public void Run_Should_EndWithTwoAndTellTheMistake_When_NothingCanBeCompared()
    {
        // arrange
        Write("register.yaml", Sound.Replace("id: shop", "id: other", StringComparison.Ordinal));

        // act
        var (code, output, errors) = Run("shop");

        // assert
        code.ShouldBe(DriftCommand.NotCompared);
        output.ShouldBeEmpty();
        errors.ShouldContain("shop/register.yaml:1:");
        errors.ShouldContain("There is no register 'shop' that can be read");
    }

    [Fact]
    [Requirement("S0-05")]
    public void Run_Should_EndWithOneAndTellWhereAndWhatToDo_When_APurposeHasNoBasis()
    {
        // arrange
        Write("ledger.yaml", "connector: none\nname: Ledger\n");
        Write("register.yaml", Sound.Replace(", bases: [contract]", "", StringComparison.Ordinal));

        // act
        var (code, output, _) = Run("shop");

        // assert
        code.ShouldBe(DriftCommand.Drifted);
        output.ShouldStartWith("shop: 1 errors, 2 remarks");
        output.ShouldContain("shop/register.yaml:10: error PurposeWithoutBasis service");
        output.ShouldContain("Name one or more under its 'bases'");
    }

    [Fact]
    public void Run_Should_EndWithZeroUnlessStrict_When_OnlyRemarksAreLeft()
    {
        Write("ledger.yaml", "connector: none\nname: Ledger\n");
        Write("register.yaml", Sound);

        Run("shop").Code.ShouldBe(0);
        Run("shop", strict: true).Code.ShouldBe(DriftCommand.Drifted);
    }

    public void Dispose() => folder.Dispose();

    private void Write(string name, string text) => File.WriteAllText(folder.File("config", "shop", name), text);

    private (int Code, string Output, string Errors) Run(string register, bool strict = false)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = DriftCommand.Run(
            new()
            {
                DataDirectory = folder.File("data"),
                ConfigDirectory = folder.File("config"),
                PluginsDirectory = Path.Combine(AppContext.BaseDirectory, "plugins"),
            },
            register,
            strict,
            output,
            errors);
        return (code, output.ToString(), errors.ToString());
    }
}
