using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new UniqueInputFieldNames(context);

    [Theory]
    [InlineData("{ a(x: {a: 1, b: {a: 1}}) }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ a(x: {§a: 1, b: 2, §a: 3}) }", "There can be only one input field named \"a\".")]
    [InlineData("query ($v: Filter = {nested: {§a: 1, §a: 3}}) { a(x: [{§b: 1, §b: 1}]) }", "There can be only one input field named \"a\".", "There can be only one input field named \"b\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
