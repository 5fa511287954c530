using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Hostile;

/// <summary>
/// What hostile documents aim at: the types of <see cref="Validation.ValidationSchema"/> with resolvers, so that its
/// recorded documents run here too, and every resolver that does more than read counts its call.
/// </summary>
[QueryType]
public static class TargetQueries
{
    public static IParty Party([Service] ResolverCalls calls) => calls.Count(new Person(1));

    public static IRegistered Registered([Service] ResolverCalls calls) => calls.Count(new Company(1));

    public static IHolder Holder([Service] ResolverCalls calls) => calls.Count(new Company(2));

    public static Person? Person([Service] ResolverCalls calls, [ID] string? id = null) => id == "" ? null : calls.Count(new Person(3));

    public static async Task<Company?> CompanyAsync([Service] ResolverCalls calls)
    {
        await Task.Yield();
        return calls.Count(new Company(3));
    }

    public static Invoice? Invoice([Service] ResolverCalls calls) => calls.Count(new Invoice(4));

    public static string? Pick(
        [Service] ResolverCalls calls,
        int? @int = null,
        IReadOnlyList<int?>? ints = null,
        IReadOnlyList<int>? required = null,
        double? @float = null,
        string? text = null,
        bool? flag = null,
        [ID] string? id = null,
        State? state = null,
        Filter? filter = null,
        Key? key = null) =>
        calls.Count($"{@int}{ints?.Count}{required?.Count}{@float}{text?.Length}{flag}{id?.Length}{state}{filter?.Minimum}{key?.Number}");

    public static string? Page([Service] ResolverCalls calls, int first, int size = 10) => calls.Count($"{first}{size}");
}

[MutationType]
public static class TargetMutations
{
    [UseMutationConvention(Disable = true)]
    public static Invoice? Pay([Service] ResolverCalls calls, [ID] string id) => calls.Count(new Invoice(id.Length));
}

[SubscriptionType]
public static class TargetSubscriptions
{
    public static async IAsyncEnumerable<Invoice?> Paid([Service] ResolverCalls calls)
    {
        await Task.Yield();
        yield return calls.Count(new Invoice(1));
    }

    public static IAsyncEnumerable<Invoice?> Opened([Service] ResolverCalls calls) => Paid(calls);
}

[InterfaceType]
[GraphQLName("Party")]
public interface IParty
{
    string? Name(bool? @short = null);
}

[InterfaceType]
[GraphQLName("Registered")]
public interface IRegistered
{
    string? Number { get; }
}

[UnionType]
[GraphQLName("Holder")]
public interface IHolder;

public sealed record Person([property: GraphQLIgnore] int Seed) : IParty, IHolder
{
    public string? Name(bool? @short = null) => @short == true ? "P" : "Person";

    public string? Email => "person@example.org";

    public Company? Employer => new(Seed + 1);

    [ListSize(AssumedSize = 3, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    public IReadOnlyList<Person>? Friends([Service] ResolverCalls calls, int? first = null) =>
        [.. Enumerable.Range(Seed, Math.Min(first ?? 3, 1_000)).Select(friend => calls.Count(new Person(friend)))];
}

public sealed record Company([property: GraphQLIgnore] int Seed) : IParty, IRegistered, IHolder
{
    public string? Name(bool? @short = null) => @short == true ? "C" : "Company";

    public string? Number => "1";

    public IReadOnlyList<string?>? Email => ["company@example.org", null];

    [Cost(20)]
    public Person? Owner([Service] ResolverCalls calls) => calls.Count(new Person(Seed + 1));
}

public sealed record Invoice([property: GraphQLIgnore] int Seed)
{
    [ID]
    public string Id => "1";

    public double? Total => 1.5;

    public State State => State.Open;

    public IHolder? Holder => new Person(Seed);

    public IParty? Party => new Company(Seed);
}

public enum State
{
    Open,
    Paid,
}

[GraphQLName("Filter")]
public sealed record Filter(
    int Minimum, [property: DefaultValue("x")] string? Note, IReadOnlyList<State?>? States, Filter? Nested, [property: DefaultValue(false)] bool Deep);

[OneOf]
[GraphQLName("Key")]
public sealed record Key([property: ID] string? Id, int? Number, Filter? Filter);

/// <summary>How many resolvers of one server have run.</summary>
public sealed class ResolverCalls
{
    private int calls;

    public int Total => Volatile.Read(ref calls);

    public T Count<T>(T value)
    {
        Interlocked.Increment(ref calls);
        return value;
    }
}
