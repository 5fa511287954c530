using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>Calls of sources cost more than all that the library does, so that none may be made twice.</summary>
public sealed class SourceCallTests
{
    [Theory]
    [InlineData("{ part { a b } }", 1)]
    [InlineData("{ part { a } part { b } ...Again } fragment Again on Query { part { a b } ... { part { a } } }", 1)]
    [InlineData("query($no: Boolean = false) { part { a } part @include(if: $no) { b } other: part(of: 2) @include(if: $no) { a } }", 1)]
    [InlineData("query($no: Boolean = false) { part @include(if: $no) { a } __typename }", 0)]
    [InlineData("{ part { a } other: part { a } }", 2)]
    [InlineData("{ parts { a b } parts { a } }", 1)]
    public async Task Execute_Should_CallASourceOncePerResponseField_When_ItIsSelectedOften(string query, int expected)
    {
        // arrange
        var calls = new CallCounter();
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(CountedQueries)).Services.AddSingleton(calls));

        // act
        var answer = await host.QueryAsync(query);

        // assert
        answer.ShouldNotContain("errors");
        calls.Count.ShouldBe(expected);
    }
}

public sealed class CallCounter
{
    private int count;

    public int Count => count;

    public void Add() => Interlocked.Increment(ref count);
}

[QueryType]
public static class CountedQueries
{
    public static async Task<CountedPart> GetPartAsync(CallCounter calls, int of = 1)
    {
        calls.Add();
        await Task.Yield();
        return new(of, of);
    }

    public static async Task<IReadOnlyList<CountedPart>> GetPartsAsync(CallCounter calls)
    {
        calls.Add();
        await Task.Yield();
        return [new(1, 1), new(2, 2)];
    }
}

public sealed record CountedPart(int A, int B);
