using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveLabelTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new DeferStreamDirectiveLabel(context);

    [Theory]
    [InlineData("{ ... @defer(label: \"a\") { party { name } } ... @defer(label: \"b\") { party { name } } ... @defer { party { name } } ... @defer(label: null) { party { name } } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("query ($l: String) { ... §@defer(label: $l) { party { name } } }", "Argument \"@defer(label:)\" must be a static string.")]
    [InlineData("{ ... §@defer(label: \"a\") { party { name } } ...A §@defer(label: \"a\") } fragment A on Query { party { name } }", "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
