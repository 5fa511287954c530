using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnValidOperationsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new DeferStreamDirectiveOnValidOperations(context);

    [Theory]
    [InlineData("{ ... @defer { party { name } } }")]
    [InlineData("subscription ($c: Boolean!) { paid { ... @defer(if: false) { id } ... @defer(if: $c) { id } ... @defer @include(if: $c) { id } ... @defer @skip(if: true) { id } } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("subscription { paid { ... §@defer { id } ... §@defer(if: true) { total } } }", "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.", "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    [InlineData("subscription { paid { §...A } } fragment A on Invoice { ... §@defer @skip(if: false) @include(if: true) { id } }", "Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
