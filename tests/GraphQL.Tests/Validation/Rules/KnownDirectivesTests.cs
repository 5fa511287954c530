using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new KnownDirectives(context);

    [Theory]
    [InlineData("query ($a: ID @secret) @purpose(is: \"x\") { a @skip(if: true) @once ...F @once ... @include(if: true) @tag { b } } fragment F on T @once { a }")]
    [InlineData("mutation @purpose(is: \"x\") { a } subscription S @purpose(is: \"x\") { a }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ a §@nope { b §@never } }", "Unknown directive \"@nope\".", "Unknown directive \"@never\".")]
    [InlineData("query ($a: ID §@once) §@skip(if: true) { a §@purpose ...F §@tag ... §@once { b } } fragment F on T §@include(if: true) { a }", "Directive \"@once\" may not be used on VARIABLE_DEFINITION.", "Directive \"@skip\" may not be used on QUERY.", "Directive \"@purpose\" may not be used on FIELD.", "Directive \"@tag\" may not be used on FRAGMENT_SPREAD.", "Directive \"@once\" may not be used on INLINE_FRAGMENT.", "Directive \"@include\" may not be used on FRAGMENT_DEFINITION.")]
    [InlineData("mutation §@once { a } subscription S §@deprecated { a }", "Directive \"@once\" may not be used on MUTATION.", "Directive \"@deprecated\" may not be used on SUBSCRIPTION.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
