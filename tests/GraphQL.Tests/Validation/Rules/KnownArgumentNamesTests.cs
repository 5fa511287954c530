using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new KnownArgumentNames(context);

    [Theory]
    [InlineData("{ person(id: 1) { name(short: true) @skip(if: true) } unknown(x: 1) a @unknown(y: 1) __type(name: \"a\") { fields(includeDeprecated: true) { name } } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ person(§ids: 1, id: 2, §x: 3) { name } }", "Unknown argument \"ids\" on field \"Query.person\".", "Unknown argument \"x\" on field \"Query.person\".")]
    [InlineData("{ party { name @skip(§unless: true) } }", "Unknown argument \"unless\" on directive \"@skip\".")]
    [InlineData("fragment F on Person { employer { name(§long: true) } }", "Unknown argument \"long\" on field \"Company.name\".")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
