using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new SingleFieldSubscriptions(context);

    [Theory]
    [InlineData("subscription S { paid { id total } }")]
    [InlineData("{ party registered }")]
    [InlineData("subscription { ...F } fragment F on Subscription { paid { id } }")]
    [InlineData("subscription { paid { id } ... on Subscription { paid { total } } }")]
    [InlineData("subscription { paid { id @skip(if: true) } }")]
    [InlineData("subscription { ...F } fragment F on Subscription { ...F paid { id } }")]
    [InlineData("subscription { ... on Subscription @tag { paid { id } } }")]
    [InlineData("subscription S { a: paid { id } ...F } fragment F on Subscription { a: paid { total } }")]
    [InlineData("subscription { paid { id } ... on Query { party { name } } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("subscription S { paid { id } §opened { id } }", "Subscription \"S\" must select only one top level field.")]
    [InlineData("subscription { paid { id } ...F } fragment F on Subscription { §opened { id } ... { §other: paid { id } } }", "Anonymous Subscription must select only one top level field.")]
    [InlineData("subscription S { §__typename }", "Subscription \"S\" must not select an introspection top level field.")]
    [InlineData("subscription S { paid §@skip(if: true) { id } }", "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData("subscription S { ... §@include(if: true) { paid { id } } }", "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData("subscription S { a: paid { id } §b: paid { id } }", "Subscription \"S\" must select only one top level field.")]
    [InlineData("subscription { ...F } fragment F on Subscription { paid { id } §__typename }", "Anonymous Subscription must select only one top level field.", "Anonymous Subscription must not select an introspection top level field.")]
    [InlineData("subscription ($v: Boolean!) { ...F §@skip(if: $v) } fragment F on Subscription { paid §@include(if: $v) { id } }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData("query Q { party { name } } subscription S { paid { id } §opened { id } }", "Subscription \"S\" must select only one top level field.")]
    [InlineData("subscription S { paid { id } opened §@skip(if: true) { id } }", "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData("subscription S §{ ... on Query { party { name } } }", "Subscription \"S\" must select one top level field.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
