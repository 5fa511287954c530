using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>A schema with every kind of subscription: articles as a test publishes them.</summary>
[SubscriptionType]
public static class NewsSubscriptions
{
    /// <summary>Articles of a section, as they come.</summary>
    public static async IAsyncEnumerable<Article?> ArticlesAsync(
        string section, [Service] NewsDesk desk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            desk.Opened.TrySetResult();
            await foreach (var article in desk.Articles.Reader.ReadAllAsync(cancellationToken))
            {
                if (article is null || article.Section == section)
                {
                    yield return article;
                }
            }
        }
        finally
        {
            desk.Left.TrySetResult();
        }
    }

    public static async Task<IAsyncEnumerable<int>> CountdownAsync(int from, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return from switch
        {
            13 => throw new InvalidOperationException("secret"),
            > 13 => throw new GraphQLException("Count from less.", "TOO_MANY"),
            _ => Enumerable.Range(0, from).Select(i => from - i).ToAsyncEnumerable(),
        };
    }

    /// <summary>Opens only when the desk does, whatever the caller wants.</summary>
    public static async Task<IAsyncEnumerable<int>> LateAsync([Service] NewsDesk desk)
    {
        await desk.Doors.Task;
        return LateNumbers(desk);
    }

    /// <summary>Never looks at its cancellation token.</summary>
    public static async IAsyncEnumerable<int> DeafAsync([Service] NewsDesk desk)
    {
        desk.Opened.TrySetResult();
        await desk.Doors.Task;
        yield return 1;
    }

    public static IAsyncEnumerable<string?> Memo(IResolverContext context) =>
        new[] { context.ContextData["memo"] as string }.ToAsyncEnumerable();

    private static async IAsyncEnumerable<int> LateNumbers(NewsDesk desk)
    {
        await Task.Yield();
        desk.Left.TrySetResult();
        yield return 1;
    }
}

[QueryType]
public static class NewsQueries
{
    public static string Motto() => "All of it";
}

public sealed record Article(string Title, string Section)
{
    public int? Words() => Title == "broken" ? throw new InvalidOperationException("secret") : Title.Length;

    public int Reading([Service] Reading reading) => ++reading.Count;

    public string? Memo(IResolverContext context) => context.ContextData["memo"] as string;

    public async Task<string?> SlowAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Title == "slow" ? Timeout.Infinite : 0, cancellationToken);
        return Title;
    }
}

/// <summary>What the services of one event share.</summary>
public sealed class Reading
{
    public int Count { get; set; }
}

/// <summary>Where a test publishes and sees who reads.</summary>
public sealed class NewsDesk
{
    public Channel<Article?> Articles { get; } = Channel.CreateUnbounded<Article?>();

    public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Left { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Doors { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Publish(params IEnumerable<Article?> articles)
    {
        foreach (var article in articles)
        {
            Articles.Writer.TryWrite(article);
        }
    }
}

internal static class NewsTypes
{
    public static GraphQLServerBuilder AddNews(this GraphQLServerBuilder builder, NewsDesk desk, TimeProvider? clock = null)
    {
        builder.Services.AddSingleton(desk).AddScoped<Reading>();
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        return builder.AddType(typeof(NewsQueries)).AddType(typeof(NewsSubscriptions));
    }
}
