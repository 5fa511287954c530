using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumAliasesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumAliases(context);

    private protected override ValidationOptions Options => new() { MaximumAliases = 3 };

    [Theory]
    [InlineData("{ a: person { b: name c: name } person { name } }")]
    [InlineData("query A { a: party { name } b: party { name } } query B { a: party { name } b: party { name } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ a: person { b: name c: name d: name } }", "The operation uses more than 3 aliases. Ask in several requests.")]
    [InlineData("§{ a: __typename b: __typename c: __typename d: __typename }", "The operation uses more than 3 aliases. Ask in several requests.")]
    [InlineData("§{ person { ...A ...A } } fragment A on Person { a: name b: name }", "The operation uses more than 3 aliases. Ask in several requests.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
