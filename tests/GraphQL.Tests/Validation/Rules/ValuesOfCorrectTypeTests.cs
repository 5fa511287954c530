using PersonalDataHub.GraphQL.Validation;
using PersonalDataHub.GraphQL.Validation.Rules;

namespace PersonalDataHub.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests : RuleTests
{
    private protected override ValidationRule Make(ValidationContext context) => new ValuesOfCorrectType(context);

    [Theory]
    [InlineData("{ pick(int: 1, float: 1, text: \"a\", flag: true, id: 7, state: OPEN, ints: [1, null], required: []) }")]
    [InlineData("{ pick(int: null, float: 1.5, id: \"a\", ints: 1, required: 1, filter: null, key: null) }")]
    [InlineData("{ pick(ints: $a, int: $b, filter: {minimum: $c, states: PAID}) }")]
    [InlineData("{ pick(filter: {minimum: 1, nested: {minimum: 2, states: [OPEN, null]}}, key: {id: \"a\"}) }")]
    [InlineData("{ pick(key: {number: $n}) unknown(x: {a: 1}) party { name(nope: 1) } }")]
    [InlineData("query ($a: Int = 1, $b: [State!]! = [OPEN], $c: Filter = {minimum: 1}, $d: Key = {number: 1}, $e: Gone = {a: 1}) { a }")]
    [InlineData("{ pick(int: 2147483647) }")]
    public void Validate_Should_Accept_When_TheRuleHolds(string document) => Valid(document);

    [Theory]
    [InlineData("{ pick(int: §\"1\") }", "Expected value of type \"Int\", found a string.")]
    [InlineData("{ pick(int: §1.0) }", "Expected value of type \"Int\", found a number with a fraction or exponent.")]
    [InlineData("{ pick(int: §2147483648) }", "Expected value of type \"Int\", found a whole number.")]
    [InlineData("{ pick(int: §OPEN, float: §\"1\", text: §1, flag: §\"true\", id: §1.5) }", "Expected value of type \"Int\", found a name without quotes.", "Expected value of type \"Float\", found a string.", "Expected value of type \"String\", found a whole number.", "Expected value of type \"Boolean\", found a string.", "Expected value of type \"ID\", found a number with a fraction or exponent.")]
    [InlineData("{ pick(text: §[\"a\"], int: §{a: 1}, id: §true) }", "Expected value of type \"String\", found a list.", "Expected value of type \"Int\", found an object.", "Expected value of type \"ID\", found a boolean.")]
    [InlineData("{ pick(state: §\"OPEN\") }", "Expected value of type \"State\", found a string.")]
    [InlineData("{ pick(state: §Open) }", "The given name does not exist in \"State\" enum.")]
    [InlineData("{ pick(ints: [1, §\"2\"], required: [§null]) }", "Expected value of type \"Int\", found a string.", "Expected value of type \"Int!\", found null.")]
    [InlineData("{ page(first: §null) }", "Expected value of type \"Int!\", found null.")]
    [InlineData("{ pick(filter: §1) }", "Expected value of type \"Filter\", found a whole number.")]
    [InlineData("{ pick(filter: §{note: \"a\"}) }", "Field \"Filter.minimum\" of required type \"Int!\" was not provided.")]
    [InlineData("{ pick(filter: {minimum: 1, §nope: 2, nested: {minimum: §\"a\"}, deep: §null}) }", "Field \"nope\" is not defined by type \"Filter\".", "Expected value of type \"Int!\", found a string.", "Expected value of type \"Boolean!\", found null.")]
    [InlineData("{ pick(key: §{}) }", "OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData("{ pick(key: §{id: \"a\", number: 1}) }", "OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData("{ pick(key: §{§nope: 1}) }", "Field \"nope\" is not defined by type \"Key\".", "OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData("{ pick(key: §{id: \"a\", id: \"b\"}) }", "OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData("{ pick(key: §{id: null}) }", "Field \"Key.id\" must be non-null.")]
    [InlineData("{ pick(key: {id: §1.5}) }", "Expected value of type \"ID\", found a number with a fraction or exponent.")]
    [InlineData("query ($a: Int! = §null, $b: [Int] = [§\"a\"], $c: Filter = §{}) { a @skip(if: §1) }", "Expected value of type \"Int!\", found null.", "Expected value of type \"Int\", found a string.", "Field \"Filter.minimum\" of required type \"Int!\" was not provided.", "Expected value of type \"Boolean!\", found a whole number.")]
    public void Validate_Should_SayWhatAndWhere_When_TheRuleIsBroken(string document, params string[] messages) => Invalid(document, messages);
}
