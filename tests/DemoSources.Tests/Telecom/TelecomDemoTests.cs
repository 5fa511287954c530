using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.DemoSources.Tests.Telecom;

public sealed class TelecomDemoTests
{
    private static readonly string[] CrmTables =
    [
        "customer", "former_name", "email", "phone", "postal_address", "next_of_kin", "company_role",
        "marketing_permission", "service_note", "change_history",
    ];

    private static readonly string[] BillingTables =
        ["account", "contract", "invoice", "invoice_row", "payment", "collection_case"];

    [Fact]
    public async Task CreateAsync_Should_MakeTheSameAgain_When_SeedAndTimeAreTheSame()
    {
        // arrange
        using var directory = new TemporaryDirectory();
        var first = Options(directory, "first");
        var second = Options(directory, "second");

        // act
        await TelecomDemo.CreateAsync(first, TestContext.Current.CancellationToken);
        await TelecomDemo.CreateAsync(second, TestContext.Current.CancellationToken);

        // assert
        Files(second.Directory).ShouldBe(Files(first.Directory));
        Rows(second.Directory, TelecomDemo.CrmFile, CrmTables).ShouldBe(Rows(first.Directory, TelecomDemo.CrmFile, CrmTables));
        Rows(second.Directory, TelecomDemo.BillingFile, BillingTables)
            .ShouldBe(Rows(first.Directory, TelecomDemo.BillingFile, BillingTables));
    }

    [Fact]
    public async Task CreateAsync_Should_MakeOtherPeople_When_TheSeedIsAnother()
    {
        using var directory = new TemporaryDirectory();
        var first = Options(directory, "first");
        var second = Options(directory, "second") with { Seed = 7 };

        await TelecomDemo.CreateAsync(first, TestContext.Current.CancellationToken);
        await TelecomDemo.CreateAsync(second, TestContext.Current.CancellationToken);

        Rows(second.Directory, TelecomDemo.CrmFile, ["customer"])
            .ShouldNotBe(Rows(first.Directory, TelecomDemo.CrmFile, ["customer"]));
    }

    [Fact]
    public async Task CreateAsync_Should_LeaveTheFolderAlone_When_ItExists()
    {
        using var directory = new TemporaryDirectory();
        var options = Options(directory, "telecom");
        Directory.CreateDirectory(options.Directory);

        var created = await TelecomDemo.CreateAsync(options, TestContext.Current.CancellationToken);

        created.ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(options.Directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task CreateAsync_Should_LeaveNothing_When_Cancelled()
    {
        using var directory = new TemporaryDirectory();
        var options = Options(directory, "telecom");
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => TelecomDemo.CreateAsync(options, cancellation.Token));

        Directory.EnumerateFileSystemEntries(directory.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task CreateAsync_Should_ReplaceWhatAnInterruptedRunLeft_When_ItRunsAgain()
    {
        using var directory = new TemporaryDirectory();
        var options = Options(directory, "telecom");
        var left = Directory.CreateDirectory(options.Directory + ".partial");
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "half.db"), "half", TestContext.Current.CancellationToken);

        var created = await TelecomDemo.CreateAsync(options, TestContext.Current.CancellationToken);

        created.ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(directory.Path).ShouldBe([options.Directory]);
        File.Exists(Path.Combine(options.Directory, "half.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(21)]
    [InlineData(1_000_001)]
    public async Task CreateAsync_Should_Refuse_When_ThereAreTooFewOrTooManyPeople(int people)
    {
        using var directory = new TemporaryDirectory();
        var options = Options(directory, "telecom") with { People = people };

        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => TelecomDemo.CreateAsync(options, TestContext.Current.CancellationToken));

        Directory.EnumerateFileSystemEntries(directory.Path).ShouldBeEmpty();
    }

    private static TelecomDemoOptions Options(TemporaryDirectory directory, string name) =>
        new() { Directory = Path.Combine(directory.Path, name), People = 60, Now = DemoFolder.Now };

    /// <summary>Every file but the databases, with a digest of its bytes.</summary>
    private static List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".db", StringComparison.Ordinal))
            .Select(path => $"{Path.GetRelativePath(folder, path)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}")
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> Rows(string folder, string file, string[] tables)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var rows = new List<string>();
        foreach (var table in tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select * from {table} order by 1, 2";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var values = Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString());
                rows.Add($"{table}: {string.Join('|', values)}");
            }

            rows.Count(row => row.StartsWith(table + ":", StringComparison.Ordinal)).ShouldBeGreaterThan(0, table);
        }

        return rows;
    }
}
