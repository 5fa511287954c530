using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumIntrospectionLevelsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumIntrospectionLevels(context);

    [Theory]
    [InlineData("{ __schema { types { fields { args { type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } } } } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ __type(name: \"A\") { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ...A } } } } } } } } } } } } } } } } } fragment A on __Type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } } } } } }", "The operation selects more than 30 levels of fields in introspection.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
