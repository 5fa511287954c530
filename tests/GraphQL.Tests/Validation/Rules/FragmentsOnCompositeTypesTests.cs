using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new FragmentsOnCompositeTypes(context);

    [Theory]
    [InlineData("{ ... on Party { a } ... on Holder { b } ... { c } } fragment F on Person { d }")]
    [InlineData("fragment F on Unknown { a }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ ... on §State { a } ... on §Filter { b } }", "Fragment cannot condition on non composite type \"State\".", "Fragment cannot condition on non composite type \"Filter\".")]
    [InlineData("fragment F on §String { a }", "Fragment \"F\" cannot condition on non composite type \"String\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
