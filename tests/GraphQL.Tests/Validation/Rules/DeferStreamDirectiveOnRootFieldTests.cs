using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnRootFieldTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new DeferStreamDirectiveOnRootField(context);

    [Theory]
    [InlineData("{ ... @defer { party { name } } }")]
    [InlineData("mutation { pay(id: 1) { ... @defer { id } ...A @defer } } fragment A on Invoice { total }")]
    [InlineData("mutation { ...A } fragment A on Mutation { pay(id: 1) { id } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("mutation { ... §@defer { pay(id: 1) { id } } }", "Defer directive cannot be used on root mutation type \"Mutation\".")]
    [InlineData("subscription { ...A } fragment A on Subscription { ... on Subscription { ...B §@defer } } fragment B on Subscription { paid { id } }", "Defer directive cannot be used on root subscription type \"Subscription\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
