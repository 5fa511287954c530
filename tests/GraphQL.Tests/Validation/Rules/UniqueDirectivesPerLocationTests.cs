using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new UniqueDirectivesPerLocation(context);

    [Theory]
    [InlineData("{ a @skip(if: true) @include(if: true) b @skip(if: true) c @tag @tag d @nope @nope }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ a §@skip(if: true) @once §@skip(if: false) §@skip(if: true) }", "The directive \"@skip\" can only be used once at this location.")]
    [InlineData("query ($a: ID §@secret §@secret) { ...F } fragment F on T §@once §@once { a }", "The directive \"@secret\" can only be used once at this location.", "The directive \"@once\" can only be used once at this location.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
