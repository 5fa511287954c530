using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>The schema that the reference implementation was recorded on.</summary>
internal static class Heroes
{
    public static Type[] Types { get; } = [typeof(HeroQueries), typeof(HeroMutations), typeof(HeroFields)];

    private static string Broken() => throw new GraphQLException("Broken.", "BROKEN");

    [QueryType]
    public static class HeroQueries
    {
        public static Hero? Hero() => new("1", "Luke");

        public static IReadOnlyList<Hero>? Heroes() => [new("1", "Luke"), new("1", "Luke")];

        public static Hero StrictHero() => new("1", "Luke");
    }

    [MutationType]
    public static class HeroMutations
    {
        [UseMutationConvention(Disable = true)]
        public static Hero? Rename(string name) => new("1", name);
    }

    [ObjectType<Hero>]
    public static class HeroFields
    {
        public static string Broken() => Heroes.Broken();

        public static string? Flawed() => Heroes.Broken();

        public static Hero Self([Parent] Hero hero) => hero;

        public static string Missing() => null!;
    }

    public sealed record Hero([property: ID] string Id, string? Name)
    {
        public Nested? Nested { get; } = new("n");

        public IReadOnlyList<Friend>? Friends { get; } = [new("2", "friend 2"), new("3", "friend 3")];
    }

    public sealed record Nested([property: ID] string Id)
    {
        public Deeper? Deeper { get; } = new("foo", "bar");

        public Deeper Strict { get; } = new("foo", "bar");
    }

    public sealed record Deeper(string? Foo, string? Bar)
    {
        public string Broken => Heroes.Broken();
    }

    public sealed record Friend([property: ID] string Id, string? Name)
    {
        public string Broken => Heroes.Broken();
    }
}
