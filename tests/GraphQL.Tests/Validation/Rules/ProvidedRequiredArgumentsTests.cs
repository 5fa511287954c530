using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new ProvidedRequiredArguments(context);

    [Theory]
    [InlineData("{ page(first: 1) person { name } unknown }")]
    [InlineData("{ page(first: null, size: $x) a @unknown @tag @skip(if: true) }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ §page }", "Field \"page\" argument \"first\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData("{ §page(size: 1) }", "Field \"page\" argument \"first\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData("query §@purpose { a §@include(unless: true) }", "Directive \"@purpose\" argument \"is\" of type \"String!\" is required, but it was not provided.", "Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
