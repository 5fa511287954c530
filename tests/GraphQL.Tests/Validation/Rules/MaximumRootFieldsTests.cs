using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumRootFieldsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumRootFields(context);

    private protected override ValidationOptions Options => new() { MaximumRootFields = 3 };

    [Theory]
    [InlineData("{ person { name email employer { name } } company { name } party { name } }")]
    [InlineData("query A { person { name } company { name } } query B { person { name } company { name } }")]
    [InlineData("{ ...A } fragment A on Query { party { ...B } company { ...B } } fragment B on Company { name number email }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ a: __typename b: __typename c: __typename d: __typename }", "The operation selects more than 3 fields at its root. Ask in several requests.")]
    [InlineData("§{ ...A ... on Query { ...A } } fragment A on Query { person { name } company { name } }", "The operation selects more than 3 fields at its root. Ask in several requests.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
