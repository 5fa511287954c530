using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Policy;

public sealed class RuleCoverageTests
{
    [Theory]
    [InlineData("", "", "email", true)]
    [InlineData("contact", "", "email", true)]
    [InlineData("billing", "", "email", false)]
    [InlineData("", "customer", "email", true)]
    [InlineData("", "customer.email", "email", true)]
    [InlineData("", "customer.email", "phone", false)]
    [InlineData("", "customer.email", null, false)]
    [InlineData("billing", "customer.email", "email", true)]
    [InlineData("contact", "invoice", "phone", true)]
    public void Covers_Should_TellWhatTheRuleIsAbout_When_ItNamesCategoriesOrFields(string categories, string fields, string? field, bool covers) =>
        RuleCoverage.Covers(Words(categories), Words(fields), "contact", "customer", field).ShouldBe(covers);

    [Theory]
    [InlineData("", true)]
    [InlineData("crm", true)]
    [InlineData("billing", false)]
    public void CoversSource_Should_TakeInEverySource_When_NoneIsNamed(string sources, bool covers) =>
        RuleCoverage.CoversSource(Words(sources), "crm").ShouldBe(covers);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
