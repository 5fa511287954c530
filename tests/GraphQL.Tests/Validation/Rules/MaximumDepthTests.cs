using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumDepthTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumDepth(context);

    private protected override ValidationOptions Options => new() { MaximumDepth = 3 };

    [Theory]
    [InlineData("{ person { friends { name __typename } } }")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { person { ... on Person { friends { name } } } }")]
    [InlineData("{ __schema { types { fields { type { ofType { ofType { name } } } } } } }")]
    [InlineData("{ ...A } fragment A on Query { ...A person { name } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("§{ person { friends { friends { name } } } }", "The operation selects more than 3 levels of fields. Ask for fewer levels, or in several requests.")]
    [InlineData("query X { person { name } } §query Y { person { ...A } } fragment A on Person { friends { ...B } } fragment B on Person { employer { name } }", "The operation selects more than 3 levels of fields. Ask for fewer levels, or in several requests.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
