using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new KnownTypeNames(context);

    [Theory]
    [InlineData("query ($a: String, $b: [State!]!, $c: ID) { party { ... on Person { name } ...F } } fragment F on Company { name }")]
    [InlineData("{ __schema { types { ...T } } } fragment T on __Type { name }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("query ($a: [§Nope!]) { party { ... on §Gone { name } ...F } } fragment F on §Lost { name }", "Unknown type \"Nope\".", "Unknown type \"Gone\".", "Unknown type \"Lost\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
