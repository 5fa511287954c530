using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class MaximumDirectivesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new MaximumDirectives(context);

    private protected override ValidationOptions Options => new() { MaximumDirectives = 2 };

    [Theory]
    [InlineData("query @purpose(is: \"x\") { person @tag @tag { name @skip(if: true) @include(if: true) } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ person @tag @tag §@tag @tag { name } }", "More than 2 directives stand at one place. Use fewer.")]
    [InlineData("query ($a: Int @secret @secret §@secret) { person { name } }", "More than 2 directives stand at one place. Use fewer.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
