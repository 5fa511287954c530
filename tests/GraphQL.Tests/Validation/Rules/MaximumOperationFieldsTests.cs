using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumOperationFieldsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumOperationFields(context);

    private protected override ValidationOptions Options => new() { MaximumOperationFields = 4 };

    [Theory]
    [InlineData("{ person { name ...A } } fragment A on Person { email name }")]
    [InlineData("query A { person { name email } } query B { person { name email } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ person { ...A ...A } } fragment A on Person { email name }", "The operation selects more than 4 fields with its fragments expanded. Ask in several requests.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
