using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Sends results one after the other in one response, each as soon as it is there.</summary>
internal static class ResultStream
{
    /// <summary>Sends each result and the end after the last. A stream that is cut off, as by a stopping server, has no end,
    /// so that the client knows to come back.</summary>
    public static async Task SendAsync(
        HttpContext context,
        IAsyncEnumerable<ExecutionResult> results,
        StreamFormat format,
        TimeSpan keepAliveInterval,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = format.ContentType;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await WriteAsync(response.BodyWriter, results, format, keepAliveInterval, clock, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The client left or the server stops; there is nobody to tell.
        }
    }

    private static async Task WriteAsync(
        PipeWriter output,
        IAsyncEnumerable<ExecutionResult> results,
        StreamFormat format,
        TimeSpan keepAliveInterval,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(keepAliveInterval, clock);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tick = timer.WaitForNextTickAsync(reading.Token).AsTask();
        await using var events = results.GetAsyncEnumerator(reading.Token);
        var next = Task.FromResult(true);
        try
        {
            await WriteAsync(output, format.Opening, reading.Token);
            next = events.MoveNextAsync().AsTask();
            while (true)
            {
                if (await Task.WhenAny(next, tick) == tick)
                {
                    await tick;
                    await WriteAsync(output, format.KeepAlive, reading.Token);
                    tick = timer.WaitForNextTickAsync(reading.Token).AsTask();
                }
                else if (await next)
                {
                    output.Write(format.Before.Span);
                    events.Current.WriteTo(output);
                    events.Current.Release();
                    await WriteAsync(output, format.After, reading.Token);
                    next = events.MoveNextAsync().AsTask();
                }
                else
                {
                    await WriteAsync(output, format.End, reading.Token);
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

    /// <summary>Waits until the client has room for more: no result is fetched before.</summary>
    private static ValueTask<FlushResult> WriteAsync(PipeWriter output, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        output.Write(text.Span);
        return output.FlushAsync(cancellationToken);
    }
}
