using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumIntrospectionDepthTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumIntrospectionDepth(context);

    [Theory]
    [InlineData("{ __schema { types { fields { args { type { name ofType { ofType { name } } } } } inputFields { name } interfaces { name } possibleTypes { name } } } }")]
    [InlineData("{ __type(name: \"A\") { fields { type { fields { name } } } } }")]
    [InlineData("{ person { friends { friends { friends { friends { name } } } } } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "The operation nests more than 2 lists of fields or types in introspection.")]
    [InlineData("§{ __schema { types { ...T } } } fragment T on __Type { interfaces { possibleTypes { ...U } } } fragment U on __Type { fields { name } }", "The operation nests more than 2 lists of fields or types in introspection.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
