using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new KnownOperationTypes(context);

    private protected override Schema Schema => ValidationSchema.WithoutSubscriptions;

    [Theory]
    [InlineData("{ a } mutation M { b }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§subscription { paid { id } }", "The subscription operation is not supported by the schema.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
