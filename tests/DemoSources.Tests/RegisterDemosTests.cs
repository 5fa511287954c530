using Microsoft.Data.Sqlite;
using PersonalDataHub.DemoSources.SocialCare;
using PersonalDataHub.DemoSources.SoleTrader;
using PersonalDataHub.DemoSources.Studio;
using PersonalDataHub.DemoSources.Wellbeing;

namespace PersonalDataHub.DemoSources.Tests;

/// <summary>The four small registers: what their systems hold, and that they can be made again.</summary>
public sealed class RegisterDemosTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory temporary = new();

    public static TheoryData<string> Registers => ["wellbeing", "studio", "social-care", "sole-trader"];

    public void Dispose() => temporary.Dispose();

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Create_Should_MakeTheSameTwice_When_SeedAndTimeAreTheSame(string register)
    {
        var (first, second) = (await CreateAsync(register, "one"), await CreateAsync(register, "two"));

        foreach (var file in Directory.GetFiles(first, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".gz", StringComparison.Ordinal)))
        {
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(file.Replace(first, second, StringComparison.Ordinal)), file);
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Create_Should_LeaveWhatIsThere_When_AskedAgain(string register)
    {
        var folder = await CreateAsync(register, "one");
        File.Delete(Path.Combine(folder, "billing.db"));
        Directory.CreateDirectory(folder + ".partial");

        (await Create(register)(Options(folder), CancellationToken.None)).ShouldBeFalse();

        File.Exists(Path.Combine(folder, "billing.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task AwkwardCases_Should_AllBeThere_When_MadeWithTheFewestPeople()
    {
        (string Register, string Query, string File, IEnumerable<AwkwardCase> Cases)[] registers =
        [
            ("wellbeing", "select customer_id from customer", "crm.db", WellbeingCases.All),
            ("studio", "select client_id from client", "orders.db", StudioCases.All),
            ("social-care", "select client_id from client", "clients.db", SocialCareCases.All),
            ("sole-trader", "select person_id from person", "contacts.db", SoleTraderCases.All),
        ];
        foreach (var (register, query, file, cases) in registers)
        {
            var folder = Path.Combine(temporary.Path, "few", register);
            await Create(register)(Options(folder) with { People = 12 }, CancellationToken.None);

            cases.Select(one => one.CustomerId).ShouldBeSubsetOf(Ask(folder, file, query));
        }
    }

    [Fact]
    public async Task Person_Should_HaveOneCode_When_InTwoRegisters()
    {
        var folder = await CreateAsync("wellbeing", "one");

        Ask(folder, "crm.db", $"select customer_id from customer where identity_code = '{WellbeingCases.CodeInTwoRegisters}'")
            .ShouldBe([WellbeingCases.InTwoRegisters]);
    }

    [Fact]
    public async Task CaseSystem_Should_HoldWhoEndedLatelyOrIsOverdue_When_RelationshipsEnded()
    {
        var folder = await CreateAsync("social-care", "one");

        var held = Ask(folder, "cases.db", "select client_id from care_client");

        held.ShouldContain(SocialCareCases.EndedTenDaysAgo);
        held.ShouldContain(SocialCareCases.Overdue);
        held.ShouldNotContain(SocialCareCases.Cleared);
        var overdue = now.AddDays(-14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Ask(folder, "cases.db", $"select client_id from care_client where relationship_ended_on <= '{overdue}'").ShouldBe([SocialCareCases.Overdue]);
    }

    [Fact]
    public async Task Nobody_Should_HaveAnIdentityCode_When_TheStudioBills()
    {
        var folder = await CreateAsync("studio", "one");

        Ask(folder, "billing.db", "select account_id from account where identity_code is not null").ShouldBeEmpty();
    }

    [Fact]
    public async Task LongGone_Should_HaveNothingYounger_When_EverySourceIsAsked()
    {
        var folder = await CreateAsync("wellbeing", "one");
        const string Since = "'2021-11-03'";

        foreach (var (table, column) in ((string, string)[])[("service_use", "used_at"), ("service_note", "written_at"), ("feedback", "given_at"), ("staff_contact", "met_at"), ("permission", "given_at")])
        {
            Ask(folder, "crm.db", $"select {column} from {table} where customer_id = '{WellbeingCases.LongGone}' and {column} > {Since}").ShouldBeEmpty();
        }

        Ask(folder, "billing.db", $"select sent_at from invoice i join account a on a.account_id = i.account_id where a.customer_id = '{WellbeingCases.LongGone}' and sent_at > {Since}").ShouldBeEmpty();
        Ask(folder, "billing.db", $"select ended_on from contract c join account a on a.account_id = c.account_id where a.customer_id = '{WellbeingCases.LongGone}' and ended_on is null").ShouldBeEmpty();
    }

    private static Func<DemoSourceOptions, CancellationToken, Task<bool>> Create(string register) => register switch
    {
        "wellbeing" => WellbeingDemo.CreateAsync,
        "studio" => StudioDemo.CreateAsync,
        "social-care" => SocialCareDemo.CreateAsync,
        _ => SoleTraderDemo.CreateAsync,
    };

    private static DemoSourceOptions Options(string folder) => new() { Directory = folder, Now = now };

    private static List<string> Ask(string folder, string file, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private async Task<string> CreateAsync(string register, string name)
    {
        var folder = Path.Combine(temporary.Path, name, register);
        (await Create(register)(Options(folder), CancellationToken.None)).ShouldBeTrue();
        return folder;
    }
}
