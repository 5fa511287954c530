using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new VariablesAreInputTypes(context);

    [Theory]
    [InlineData("query ($a: String, $b: [Filter!]!, $c: State, $d: Unknown) { a }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("query ($a: §Person, $b: §[[Holder!]]!, $c: §Party) { a }", "Variable \"$a\" cannot be non-input type \"Person\".", "Variable \"$b\" cannot be non-input type \"[[Holder!]]!\".", "Variable \"$c\" cannot be non-input type \"Party\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
