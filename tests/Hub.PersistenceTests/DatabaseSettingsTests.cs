using Microsoft.Extensions.Configuration;
using Npgsql;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.PersistenceTests;

public sealed class DatabaseSettingsTests
{
    private const string Password = "hush-hush-4711";

    [Fact]
    public void Read_Should_TakeSqlite_When_NothingIsSaid()
    {
        var settings = Read();

        settings.Provider.ShouldBe(DatabaseProvider.Sqlite);
        settings.ConnectionString.ShouldBeNull();
        settings.Node.Name.ShouldEndWith($"-{Environment.ProcessId}");
    }

    [Fact]
    public void Read_Should_AddWhatIsMeasuredToBeBetter_When_TheConnectionStringLeavesItOpen()
    {
        var plain = new NpgsqlConnectionStringBuilder(Read(("Provider", "postgresql"), ("ConnectionString", "Host=db;Database=hub;Username=hub")).ConnectionString);
        var set = new NpgsqlConnectionStringBuilder(
            Read(("Provider", "PostgreSql"), ("ConnectionString", "Host=db;Database=hub;Max Auto Prepare=7;Timeout=9;Keepalive=3;Application Name=x")).ConnectionString);

        (plain.MaxAutoPrepare, plain.Timeout, plain.KeepAlive).ShouldBe((64, 5, 10));
        plain.ApplicationName.ShouldStartWith("personal-data-hub ");
        (set.MaxAutoPrepare, set.Timeout, set.KeepAlive, set.ApplicationName).ShouldBe((7, 9, 3, "x"));
    }

    [Fact]
    public void Read_Should_TellAllMistakesAtOnce_When_SeveralAreMade()
    {
        var refusal = Refusal(
            ("Hub:Database:Provider", "Oracle"), ("Hub:Node", "a b"), ("Hub:Database:ConnectionString", $"Password={Password};Include Error Detail=true"));

        refusal.ShouldContain("'Oracle'; it may be Sqlite or PostgreSql");
        refusal.ShouldContain("Hub:Node");
        refusal.ShouldContain("names no server");
        refusal.ShouldContain("names no database");
        refusal.ShouldContain("Include Error Detail");
        refusal.ShouldNotContain(Password);
    }

    [Theory]
    [InlineData("PostgreSql", null, "ConnectionString is missing")]
    [InlineData("PostgreSql", "no pairs at all " + Password, "cannot be read")]
    [InlineData("PostgreSql", "Host=db;Database=hub;Port=many;Password=" + Password, "cannot be read")]
    [InlineData("PostgreSql", "Host=db;Database=hub;Multiplexing=true", "Multiplexing")]
    [InlineData(null, "Host=db;Database=hub;Password=" + Password, "Provider is Sqlite")]
    [InlineData("1", null, "it may be Sqlite or PostgreSql")]
    public void Read_Should_RefuseWithoutThePassword_When_ItCannotBeUsed(string? provider, string? connectionString, string reason)
    {
        var refusal = Refusal(("Hub:Database:Provider", provider), ("Hub:Database:ConnectionString", connectionString));

        refusal.ShouldContain(reason);
        refusal.ShouldNotContain(Password);
    }

    private static DatabaseSettings Read(params (string Key, string? Value)[] settings) => DatabaseSettings.Read(
        ConfigurationOf([.. settings.Select(setting => ($"Hub:Database:{setting.Key}", setting.Value))]));

    private static string Refusal(params (string Key, string? Value)[] settings) =>
        Should.Throw<HubDatabaseException>(() => DatabaseSettings.Read(ConfigurationOf(settings))).ToString();

    private static IConfiguration ConfigurationOf((string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value)).Build();
}
