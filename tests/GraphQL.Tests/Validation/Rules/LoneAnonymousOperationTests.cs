using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new LoneAnonymousOperation(context);

    [Theory]
    [InlineData("{ a }")]
    [InlineData("query A { a } query B { b }")]
    [InlineData("{ a } fragment F on T { a }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ a } query B { b }", "This anonymous operation must be the only defined operation.")]
    [InlineData("§{ a } §mutation { b }", "This anonymous operation must be the only defined operation.", "This anonymous operation must be the only defined operation.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
