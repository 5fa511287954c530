using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Registers.Policy;

public sealed class RetentionContradictionsTests
{
    private const string Head = """
        id: shop
        name: Shop
        controller: { name: Shop Oy }
        primarySource: crm
        financialYearEnds: 06-30
        categories: [{ id: billing, name: Billing }]
        purposes: [{ id: service, name: Service, categories: [billing] }]
        retention:
          - { id: law, name: L, trigger: financial-year-end, dateField: issuedOn, period: P6Y, toEndOfYear: true, strength: minimum, law: Accounting Act, fields: [invoice] }

        """;

    private const string Cap = "  - { id: cap, name: C, trigger: record-date, dateField: issuedOn, period: P3Y, strength: maximum, law: Act, fields: [call] }\n";

    [Theory]
    [InlineData("trigger: financial-year-end, dateField: issuedOn, period: P5Y, fields: [invoice]", "ends sooner than 'law' allows: Accounting Act demands at least P6Y to the end of the year")]
    [InlineData("trigger: financial-year-end, dateField: issuedOn, period: P6Y, fields: [invoice.total]", "ends sooner than 'law'")]
    [InlineData("trigger: record-date, dateField: issuedOn, period: P5Y, fields: [invoice]", "ends sooner than 'law'")]
    [InlineData("trigger: record-date, dateField: issuedOn, period: P4Y, fields: [call]", "ends later than 'cap' allows: Act allows at most P3Y")]
    [InlineData("trigger: record-date, dateField: issuedOn, period: P6Y, strength: maximum, law: Act, fields: [invoice]", "ends sooner than 'law'")]
    public void Read_Should_NameTheLine_When_ARuleContradictsLaw(string rule, string message)
    {
        var (register, mistakes) = Read($"{Head}{Cap}  - {{ id: own, name: O, {rule} }}");

        register.ShouldBeNull();
        var mistake = mistakes.ShouldHaveSingleItem();
        mistake.Line.ShouldBe(11);
        mistake.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("trigger: financial-year-end, dateField: issuedOn, period: P7Y, fields: [invoice]")]
    [InlineData("trigger: relationship-end, period: P1Y")]
    [InlineData("trigger: relationship-end, period: P1Y, fields: [invoice]")]
    [InlineData("trigger: record-date, dateField: issuedOn, period: P1Y, fields: [customer]")]
    [InlineData("trigger: record-date, dateField: issuedOn, period: P1Y, fields: [invoice], sources: [web]")]
    [InlineData("trigger: record-date, dateField: issuedOn, period: P1Y, fields: [invoice], purposes: [service]")]
    [InlineData("trigger: record-date, dateField: issuedOn, period: P3Y, fields: [call]")]
    public void Read_Should_AcceptIt_When_NothingContradicts(string rule)
    {
        var (register, mistakes) = Read($"{Head.Replace("fields: [invoice] }", "fields: [invoice], sources: [crm] }")}{Cap}  - {{ id: own, name: O, {rule} }}");

        mistakes.ShouldBeEmpty();
        register!.Pack.FinancialYear.ShouldBe(new FinancialYear(6, 30));
    }

    private static (Register? Register, IReadOnlyList<ConfigurationMistake> Mistakes) Read(string text)
    {
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder.File("shop"));
        File.WriteAllText(folder.File("shop", "register.yaml"), text);
        var mistakes = new MistakeList("shop/register.yaml");
        return (new RegisterReader(_ => null).Read(folder.File("shop"), ["crm", "web"], mistakes), mistakes.Found);
    }
}
