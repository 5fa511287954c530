using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class ConfigurationReaderTests
{
    private const string People = "settings: { people: [] }";

    [Fact]
    public void Read_Should_ReportEveryMistakeWithItsLine_When_FilesHaveSeveral()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister(more: "defaultWiat: PT1S");
        room.Write("shop/crm.yaml", """
            connector: healthy
            name: CRM
            timeout: 2 seconds
            concurrency: 99
            settings:
              people: []
              key: ${SHOP_KEY}
            """);
        room.Write("shop/billing.yaml", """
            conector: healthy
            name: Billing
            """);

        // act
        var mistakes = room.Holder.Current.Mistakes.Select(mistake => mistake.ToString()).ToList();

        // assert
        mistakes.Count.ShouldBe(6);
        mistakes[0].ShouldStartWith("shop/register.yaml:5:1: 'defaultWiat' is not known here. Did you mean 'defaultWait'?");
        mistakes.ShouldContain(mistake => mistake.StartsWith("shop/billing.yaml:1:1: 'connector' is missing.", StringComparison.Ordinal));
        mistakes.ShouldContain(mistake => mistake.StartsWith("shop/billing.yaml:1:1: 'conector' is not known here. Did you mean 'connector'?", StringComparison.Ordinal));
        mistakes.ShouldContain(mistake => mistake.StartsWith("shop/crm.yaml:3:10: 'timeout' is '2 seconds'", StringComparison.Ordinal));
        mistakes.ShouldContain(mistake => mistake.StartsWith("shop/crm.yaml:4:14: 'concurrency' is '99', but must be a whole number from 1 to 64.", StringComparison.Ordinal));
        mistakes.ShouldContain(mistake => mistake.StartsWith("shop/crm.yaml:7:8: 'key' needs the environment variable SHOP_KEY", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Should_LeaveTheOtherSourceRunning_When_OneFileIsNoYaml()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", People);
        room.Write("shop/billing.yaml", "connector: [healthy");

        // act
        var catalog = room.Holder.Current;

        // assert
        catalog.FindSource("shop", "crm")!.State.ShouldBe(SourceState.Active);
        catalog.FindSource("shop", "billing")!.State.ShouldBe(SourceState.Quarantined);
        catalog.FindSource("shop", "billing")!.Reason.ShouldNotBeNull().ShouldStartWith("shop/billing.yaml:");
    }

    [Fact]
    public void Read_Should_LeaveTheOtherRegisterRunning_When_OneIsWrong()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister().WithSource("crm", "healthy", People);
        room.Write("club/register.yaml", "id: klub");
        room.Write("club/crm.yaml", "connector: healthy\nname: CRM\n" + People);

        // act
        var catalog = room.Holder.Current;

        // assert
        catalog.Registers.Select(register => register.Id).ShouldBe(["shop"]);
        catalog.Sources.Select(source => source.ToString()).ShouldBe(["shop/crm"]);
        catalog.Mistakes.ShouldAllBe(mistake => mistake.File == "club/register.yaml");
        catalog.Mistakes.ShouldContain(mistake => mistake.Message.Contains("must be the name of the folder, 'club'", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Should_NeverShowASecret_When_TheValueFromTheEnvironmentIsWrong()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister()
            .WithSource("crm", "healthy", "timeout: ${SHOP_SECRET}\n" + People);
        room.Environment["SHOP_SECRET"] = "hunter2-of-the-database";

        // act
        var mistake = room.Holder.Current.Mistakes.ShouldHaveSingleItem();

        // assert
        mistake.Message.ShouldStartWith("'timeout' is '${SHOP_SECRET}', but must be an ISO 8601 duration");
        room.Log.Text.ShouldContain("SHOP_SECRET");
        room.Log.Text.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("${SHOP_WAIT}", 3)]
    [InlineData("${MISSING:-PT5S}", 5)]
    [InlineData("PT${SHOP_DIGIT}S", 7)]
    [InlineData("PT1M", 60)]
    public void Read_Should_PutTheEnvironmentInPlace_When_AScalarRefersToIt(string written, int seconds)
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister()
            .WithSource("crm", "healthy", $"timeout: {written}\n{People}");
        room.Environment["SHOP_WAIT"] = "PT3S";
        room.Environment["SHOP_DIGIT"] = "7";

        room.Source().Timeout.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Read_Should_PointAtTheSetting_When_ThePluginsValidatorRefusesIt()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister();
        room.Write("shop/crm.yaml", """
            connector: healthy
            name: CRM
            settings:
              people:
                - { number: "1001", name: Virtanen }
                - { name: Korhonen }
            """);

        // act
        var mistakes = room.Holder.Current.Mistakes;

        // assert
        mistakes.ShouldHaveSingleItem().ToString().ShouldBe("shop/crm.yaml:6:7: settings/people/1/number: every person needs a number.");
        room.Source().State.ShouldBe(SourceState.Quarantined);
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x", "alias")]
    [InlineData("a: 1\na: 2", "twice")]
    [InlineData("- a", "must be one YAML document with keys")]
    [InlineData("", "must be one YAML document with keys")]
    public void Read_Should_RefuseTheFile_When_ItIsNotPlainKeysAndValues(string text, string expected)
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister();
        room.Write("shop/crm.yaml", text);

        room.Holder.Current.Mistakes.ShouldHaveSingleItem().Message.ShouldContain(expected);
    }

    [Fact]
    public void Read_Should_RefuseTheFile_When_ItIsNestedWithoutEnd()
    {
        using var room = new PluginRoom().WithPlugins("healthy").WithRegister();
        room.Write("shop/crm.yaml", "a: " + new string('[', 100_000));

        room.Holder.Current.Mistakes.ShouldHaveSingleItem().Message.ShouldContain("levels deep");
    }
}
