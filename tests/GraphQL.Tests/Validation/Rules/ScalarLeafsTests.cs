using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new ScalarLeafs(context);

    [Theory]
    [InlineData("{ person { email __typename } invoice { state } unknown }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ person { email §{ a } } }", "Field \"email\" must not have a selection since type \"String\" has no subfields.")]
    [InlineData("{ invoice { state §{ a } } }", "Field \"state\" must not have a selection since type \"State!\" has no subfields.")]
    [InlineData("{ §person }", "Field \"person\" of type \"Person\" must have a selection of subfields. Did you mean \"person { ... }\"?")]
    [InlineData("{ §x: holder @once }", "Field \"holder\" of type \"Holder\" must have a selection of subfields. Did you mean \"holder { ... }\"?")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
