using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Answers a request that was read, with one response or with a stream.</summary>
internal sealed class OperationEndpoint(
    RequestExecutor executor, TrustedDocuments documents, GraphQLOptions options, TimeProvider clock, IHostApplicationLifetime host)
{
    /// <summary>What to send, as clients are told that accept nothing of ours.</summary>
    public const string AcceptHint =
        $"Accept {ResponseMediaType.Response} or {ResponseMediaType.Json}, or {ResponseMediaType.Events} or {ResponseMediaType.Multipart} for a stream.";

    private readonly TrustedDocumentCheck trusted = new(documents, options.TrustedDocuments);

    public async Task AnswerAsync(HttpContext context, GraphQLRequest asked, ResponseMediaType accepted)
    {
        var aborted = context.RequestAborted;
        var (request, refusal) = trusted.Resolve(asked, context);
        if (refusal is not null)
        {
            await ResponseWriting.SendAsync(context, ExecutionResult.Refused(refusal), accepted.Single);
            return;
        }

        if (accepted.Stream is not { } format)
        {
            await ResponseWriting.SendAsync(context, await executor.ExecuteAsync(request, context.RequestServices, aborted), accepted.Single);
            return;
        }

        await using var stream = await executor.SubscribeAsync(request, context.RequestServices, aborted);
        if (stream.Result is { } result && !GoesIntoStream(result, accepted))
        {
            await ResponseWriting.SendAsync(context, result, accepted.Single);
            return;
        }

        // A stopping server still answers what it has executed; a subscription would keep it from stopping.
        var isSubscription = stream is { Result: null, IsIncremental: false };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, isSubscription ? host.ApplicationStopping : aborted);
        await ResultStream.SendAsync(
            context,
            stream.ReadAllAsync(ending.Token),
            isSubscription ? accepted.EventStream! : format,
            options.KeepAliveInterval,
            clock,
            ending.Token);
    }

    /// <summary>One after the other, so that a batch takes no more of the server than one request after the other would.</summary>
    public async Task AnswerAllAsync(HttpContext context, IReadOnlyList<GraphQLRequest> requests, ResponseMediaType accepted)
    {
        using var time = new RequestLifetime(options.ExecutionTimeout, clock, context.RequestAborted);
        var results = new List<ExecutionResult>();
        foreach (var asked in requests)
        {
            var (request, refusal) = trusted.Resolve(asked, context);
            try
            {
                await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
                results.Add(refusal is not null ? ExecutionResult.Refused(refusal)
                    : await executor.ExecuteAsync(request, scope.ServiceProvider, time.Token));
            }
            catch (OperationCanceledException) when (time.IsTimeUp)
            {
                results.Add(ExecutionResult.TimedOut());
            }
        }

        await ResponseWriting.SendAllAsync(context, results, accepted.Single);
    }

    /// <summary>Who takes streams only reads there what is wrong with the document too, as browsers show scripts nothing of a refused stream.
    /// What has a status of its own keeps it, for the proxies and clients that act on it.</summary>
    private static bool GoesIntoStream(ExecutionResult result, ResponseMediaType accepted) =>
        accepted.PrefersStream && (result.IsExecuted || (accepted.TakesStreamOnly && ResponseWriting.OwnStatusOf(result) is null));
}
