using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumDocumentFieldsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumDocumentFields(context);

    private protected override ValidationOptions Options => new() { MaximumDocumentFields = 4 };

    [Theory]
    [InlineData("{ person { name ...A ...A } } fragment A on Person { email name }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ person { name ...A } } fragment A on Person { email name §__typename }", "The document has more than 4 fields. Ask in several requests.")]
    [InlineData("query A { person { name } } query B { person { name §email number } }", "The document has more than 4 fields. Ask in several requests.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
