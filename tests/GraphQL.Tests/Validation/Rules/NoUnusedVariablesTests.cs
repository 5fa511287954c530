using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new NoUnusedVariables(context);

    [Theory]
    [InlineData("query A($a: ID) { person(id: $a) { name } }")]
    [InlineData("query A($a: Int) { ...F } fragment F on Query { ... { pick(filter: {minimum: $a}) } }")]
    [InlineData("query A($a: Boolean!) { a @skip(if: $a) }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("query A(§$a: ID, $b: ID) { person(id: $b) { name } }", "Variable \"$a\" is never used in operation \"A\".")]
    [InlineData("query (§$a: ID) { party { name } } fragment F on Query { person(id: $a) { name } }", "Variable \"$a\" is never used.")]
    [InlineData("query A($a: ID) { ...F } query B(§\"text\" $a: ID) { party { name } } fragment F on Query { person(id: $a) { name } }", "Variable \"$a\" is never used in operation \"B\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
