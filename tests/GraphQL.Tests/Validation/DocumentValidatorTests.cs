using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void Validate_Should_FindNothing_When_DocumentIsValid()
    {
        var errors = Validate("""
            query Find($id: ID!, $filter: Filter = { minimum: 1 }) @purpose(is: "complaint") {
              person(id: $id) { ...Names friends(first: 2) { ...Names } }
              pick(filter: $filter, key: { id: $id })
            }
            mutation Pay { pay(id: "1") { id holder { ... on Company { number } } } }
            fragment Names on Party { __typename name(short: true) }
            """);

        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Validate_Should_AllowTheUsualIntrospection_When_LimitsAreTheDefaults()
    {
        var types = string.Concat(Enumerable.Repeat(" ofType { kind name", 9)) + new string('}', 9);
        var errors = Validate($$"""
            query IntrospectionQuery { __schema { description queryType { name kind } types { ...FullType }
              directives { name description locations args { ...InputValue } } } }
            fragment FullType on __Type { kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
            fragment TypeRef on __Type { kind name {{types}} }
            """);

        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Validate_Should_StopAtFiveErrors_When_ThereAreMore()
    {
        var errors = Validate("{ a b c d e f g h }");

        errors.Select(error => error.Message).ShouldBe("abcde".Select(name => $"Cannot query field \"{name}\" on type \"Query\"."));
    }

    [Fact]
    public void Validate_Should_TellAllMistakes_When_SeveralRulesAreBroken()
    {
        var errors = Validate("query ($unused: Int) { persn { name } pick(int: \"x\") @nope }");

        errors.Select(error => error.Message).ShouldBe(
        [
            "Cannot query field \"persn\" on type \"Query\".",
            "Expected value of type \"Int\", found a string.",
            "Unknown directive \"@nope\".",
            "Variable \"$unused\" is never used.",
        ]);
    }

    [Fact]
    public void Validate_Should_NeverRepeatValues_When_TheyAreWrong()
    {
        // Literals may be personal data that a caller wrote into the document.
        var errors = Validate("{ pick(int: \"Meikäläinen\", state: Meikalainen, flag: [\"Meikäläinen\"], float: {a: \"Meikäläinen\"}) }");

        errors.Count.ShouldBe(4);
        errors.ShouldAllBe(error => !error.Message.Contains("Meik", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ persn { name } }", "Cannot query field \"persn\" on type \"Query\". Did you mean \"person\"?")]
    [InlineData("{ person(ids: 1) { name } }", "Unknown argument \"ids\" on field \"Query.person\". Did you mean \"id\"?")]
    [InlineData("{ party { ... on Persom { name } } }", "Unknown type \"Persom\". Did you mean \"Person\"?")]
    [InlineData("{ pick(filter: {minimum: 1, nots: \"a\"}) }", "Field \"nots\" is not defined by type \"Filter\". Did you mean \"note\"?")]
    [InlineData("{ entirelyElse }", "Cannot query field \"entirelyElse\" on type \"Query\".")]
    public void Validate_Should_SuggestNames_When_OptionsAllowIt(string document, string message) =>
        Validate(document, new ValidationOptions { SuggestNames = true }).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void Validate_Should_ApplyEveryRule_When_NoneIsNamed()
    {
        var rules = typeof(ValidationRule).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ValidationRule))).ToList();
        var tests = typeof(DocumentValidatorTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();

        var context = new ValidationContext(ValidationSchema.Schema, Parser.ParseDocument("{ a }"), ValidationOptions.Default);
        DocumentValidator.Limits(context).Concat(DocumentValidator.Rules(context)).Select(rule => rule.GetType()).ShouldBe(rules, ignoreOrder: true);
        rules.ShouldAllBe(rule => tests.Contains(rule.Name + "Tests"));
    }

    private static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(ValidationSchema.Schema, Parser.ParseDocument(document), options);
}
