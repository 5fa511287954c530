using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new OverlappingFieldsCanBeMerged(context);

    [Theory]
    [InlineData("{ person { name name x: name x: name } }")]
    [InlineData("{ person { name(short: true) name(short: true) } }")]
    [InlineData("{ pick(int: 1, filter: {minimum: 1, note: \"a\"}) pick(filter: {note: \"a\", minimum: 1}, int: 1) }")]
    [InlineData("{ party { ... on Person { x: name } ... on Company { x: number } } }")]
    [InlineData("{ party { ... on Person { name(short: true) } ... on Company { name(short: false) } } }")]
    [InlineData("{ person { ...F ...F employer { ...G } } } fragment F on Person { name employer { ...G } } fragment G on Company { name owner { name } }")]
    [InlineData("{ person { ...F } } fragment F on Person { ...F name }")]
    [InlineData("{ a: person { name } b: person { name: email } unknown unknown { x } }")]
    [InlineData("{ holder { ... on Person { y: employer { x: name } } ... on Company { y: owner { x: email } } } }")]
    [InlineData("{ person(id: 1) @skip(if: true) { name } person(id: 1) @include(if: true) { name } }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ person { §x: name §x: email } }", "Fields \"x\" conflict because \"name\" and \"email\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ person { §name §name: email } }", "Fields \"name\" conflict because \"name\" and \"email\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ person { §name(short: true) §name(short: false) } }", "Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ person { §name §name(short: false) } }", "Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("query ($a: Boolean) { person { §name(short: $a) §name(short: true) } }", "Fields \"name\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ §person { §x: name } §person { §x: email } }", "Fields \"person\" conflict because subfields \"x\" conflict because \"name\" and \"email\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ person { §employer { §owner { §x: name } } ...F } } fragment F on Person { §employer { §owner { §x: email } } }", "Fields \"employer\" conflict because subfields \"owner\" conflict because subfields \"x\" conflict because \"name\" and \"email\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ party { ... on Person { §email } ... on Company { §email } } }", "Fields \"email\" conflict because they return conflicting types \"String\" and \"[String]\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ holder { ... on Person { §x: employer { name } } ... on Company { §x: name } } }", "Fields \"x\" conflict because they return conflicting types \"Company\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ holder { ... on Person { §y: employer { §x: email } } ... on Company { §y: owner { §x: email } } } }", "Fields \"y\" conflict because subfields \"x\" conflict because they return conflicting types \"[String]\" and \"String\". Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ party { §x: name ... on Company { §x: number } } }", "Fields \"x\" conflict because \"name\" and \"number\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ person { employer { ...F } } company { ...F } } fragment F on Company { §x: name §x: number }", "Fields \"x\" conflict because \"name\" and \"number\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ party { name } } fragment F on Company { §x: name §x: number }", "Fields \"x\" conflict because \"name\" and \"number\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    [InlineData("{ invoice { ...A ...B } } fragment A on Invoice { §x: total } fragment B on Invoice { §x: state }", "Fields \"x\" conflict because \"total\" and \"state\" are different fields. Use different aliases on the fields to fetch both if this was intentional.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
