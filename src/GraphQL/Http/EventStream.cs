using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Sends results as Server-Sent Events, in the distinct connections mode of the graphql-sse protocol.</summary>
internal static class EventStream
{
    private static ReadOnlySpan<byte> KeepAlive => ":\n\n"u8;

    /// <summary>Sends a <c>next</c> for each result and <c>complete</c> after the last. A stream that is cut off, as by a stopping server, has no
    /// <c>complete</c>, so that the client knows to come back.</summary>
    public static async Task SendAsync(
        HttpContext context, IAsyncEnumerable<ExecutionResult> results, GraphQLOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = ResponseMediaType.Events + "; charset=utf-8";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await WriteAsync(response.BodyWriter, results, options, clock, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The client left or the server stops; there is nobody to tell.
        }
    }

    private static async Task WriteAsync(
        PipeWriter output, IAsyncEnumerable<ExecutionResult> results, GraphQLOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.KeepAliveInterval, clock);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tick = timer.WaitForNextTickAsync(reading.Token).AsTask();
        await using var events = results.GetAsyncEnumerator(reading.Token);
        var next = Task.FromResult(true);
        try
        {
            // Some browsers hold the headers back until a first byte comes.
            await WriteAsync(output, KeepAlive, reading.Token);
            next = events.MoveNextAsync().AsTask();
            while (true)
            {
                if (await Task.WhenAny(next, tick) == tick)
                {
                    await tick;
                    await WriteAsync(output, KeepAlive, reading.Token);
                    tick = timer.WaitForNextTickAsync(reading.Token).AsTask();
                }
                else if (await next)
                {
                    output.Write("event: next\ndata: "u8);
                    events.Current.WriteTo(output);
                    await WriteAsync(output, "\n\n"u8, reading.Token);
                    next = events.MoveNextAsync().AsTask();
                }
                else
                {
                    await WriteAsync(output, "event: complete\ndata:\n\n"u8, reading.Token);
                    return;
                }
            }
        }
        finally
        {
            // The results cannot be disposed of while the next one is awaited.
            await reading.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until the client has room for more: no event is fetched before.</summary>
    private static ValueTask<FlushResult> WriteAsync(PipeWriter output, ReadOnlySpan<byte> text, CancellationToken cancellationToken)
    {
        output.Write(text);
        return output.FlushAsync(cancellationToken);
    }
}
