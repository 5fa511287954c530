using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new PossibleFragmentSpreads(context);

    [Theory]
    [InlineData("{ party { ... on Person { name } ... on Registered { number } ... on Holder { __typename } ... on Party { name } ... { name } } }")]
    [InlineData("{ person { ...F } } fragment F on Party { name }")]
    [InlineData("{ person { ...F ... on Gone { a } ... on State { b } } } fragment F on Unknown { name }")]
    [InlineData("{ nope { ... on Person { name } } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ person { §... on Company { name } } }", "Fragment cannot be spread here as objects of type \"Person\" can never be of type \"Company\".")]
    [InlineData("{ person { §...F } } fragment F on Registered { number }", "Fragment \"F\" cannot be spread here as objects of type \"Person\" can never be of type \"Registered\".")]
    [InlineData("{ invoice { §... on Holder { __typename } } }", "Fragment cannot be spread here as objects of type \"Invoice\" can never be of type \"Holder\".")]
    [InlineData("fragment F on Holder { §... on Invoice { id } }", "Fragment cannot be spread here as objects of type \"Holder\" can never be of type \"Invoice\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
