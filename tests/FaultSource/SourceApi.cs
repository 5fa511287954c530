using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PersonalDataHub.FaultSource;

/// <summary>The source over HTTP: what the hub's connector asks, and what an experiment switches and counts.</summary>
internal sealed class SourceApi(AccountBook book, int seed, TimeProvider clock)
{
    private readonly Random random = new(seed);
    private volatile Behaviour behaviour = new();
    private long calls;
    private long lost;

    public void Map(WebApplication application)
    {
        application.MapPost("/read", ReadAsync);
        application.MapPost("/write", WriteAsync);
        application.MapGet("/progress", () => book.Progress with { LostReplies = Interlocked.Read(ref lost) });
        application.MapGet("/accounts", book.All);
        application.MapPut("/behaviour", (Behaviour wanted) =>
        {
            Interlocked.Exchange(ref calls, 0);
            behaviour = wanted;
        });
    }

    private async Task<IResult> ReadAsync(ReadQuestion question, CancellationToken cancellationToken)
    {
        var now = behaviour;
        await WaitAsync(now.SlowMilliseconds, cancellationToken);
        return Fails(now) ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok(book.Read(question));
    }

    private async Task<IResult> WriteAsync(WriteQuestion question, HttpContext context, CancellationToken cancellationToken)
    {
        var now = behaviour;
        await WaitAsync(now.SlowMilliseconds, cancellationToken);
        var changes = question.Operation != Operations.Preview;
        if (Fails(now) || (changes && Draws(now.Busy)))
        {
            book.NoteFailure(question, "down");
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (changes && question.Changes.Any(change => now.Refused.Contains(change.Number)))
        {
            book.NoteFailure(question, "refused");
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        var reply = book.Write(question, now);
        if (changes && Draws(now.LostReplies))
        {
            Interlocked.Increment(ref lost);
            context.Abort();
            return Results.Empty;
        }

        await WaitAsync(changes ? now.ReplyMilliseconds : 0, cancellationToken);
        return Results.Ok(reply);
    }

    private bool Fails(Behaviour now) => now.Down || Interlocked.Increment(ref calls) == now.FailingCall;

    private bool Draws(double share)
    {
        lock (random)
        {
            return random.NextDouble() < share;
        }
    }

    private Task WaitAsync(int milliseconds, CancellationToken cancellationToken) =>
        milliseconds == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, cancellationToken);
}
