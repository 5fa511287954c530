using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new UniqueOperationNames(context);

    [Theory]
    [InlineData("{ party { name } }")]
    [InlineData("query A { a } query B { b }")]
    [InlineData("query A { a } mutation B { b } fragment A on T { a }")]
    [InlineData("mutation { a } query { b }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("query §A { a } query §A { b }", "There can be only one operation named \"A\".")]
    [InlineData("query §A { a } mutation §A { b } subscription §A { c }", "There can be only one operation named \"A\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
