using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Answers a request that was read, with one response or with a stream.</summary>
internal sealed class OperationEndpoint(RequestExecutor executor, GraphQLOptions options, TimeProvider clock, IHostApplicationLifetime host)
{
    /// <summary>What to send, as clients are told that accept nothing of ours.</summary>
    public const string AcceptHint =
        $"Accept {ResponseMediaType.Response} or {ResponseMediaType.Json}, or {ResponseMediaType.Events} for a stream.";

    public async Task AnswerAsync(HttpContext context, GraphQLRequest request, ResponseMediaType accepted)
    {
        var aborted = context.RequestAborted;
        if (!accepted.TakesEvents)
        {
            await ResponseWriting.SendAsync(context, await executor.ExecuteAsync(request, context.RequestServices, aborted), accepted.Single);
            return;
        }

        await using var stream = await executor.SubscribeAsync(request, context.RequestServices, aborted);
        if (stream.Result is { } result && !(accepted.PrefersEvents && result.IsExecuted))
        {
            await ResponseWriting.SendAsync(context, result, accepted.Single);
            return;
        }

        // A stopping server still answers what it has executed; a subscription would keep it from stopping.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, stream.Result is null ? host.ApplicationStopping : aborted);
        await EventStream.SendAsync(context, stream.ReadAllAsync(ending.Token), options, clock, ending.Token);
    }
}
