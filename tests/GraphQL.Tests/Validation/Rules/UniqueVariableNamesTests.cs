using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new UniqueVariableNames(context);

    [Theory]
    [InlineData("query A($a: Int, $b: Int) { a } query B($a: Int) { b }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("query ($a: Int, §$b: Int, §$b: String, §$b: ID) { a }", "There can be only one variable named \"$b\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
