using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;

namespace PersonalDataHub.GraphQL.Tests.Http;

public sealed class SlowClientTests
{
    private const int Room = 64 * 1024;
    private static ExecutionResult Kilobytes => ExecutionResult.Refused(new GraphQLError(new string('x', 8 * 1024)));

    private int produced;

    [Fact]
    public async Task Send_Should_AskForNoMoreEvents_When_TheClientDoesNotRead()
    {
        // arrange
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: Room, resumeWriterThreshold: Room / 2, useSynchronizationContext: false));
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new PipeBody(pipe.Writer));
        using var leaving = new CancellationTokenSource();

        // act: everything runs in this call until the client's room is full
        var sending = ResultStream.SendAsync(
            context, Endless(), StreamFormat.Events, TimeSpan.FromSeconds(12), TimeProvider.System, leaving.Token);
        var unread = produced;
        var (wasSending, read) = (!sending.IsCompleted, 0L);
        while (read < 10 * Room)
        {
            var result = await pipe.Reader.ReadAsync();
            read += result.Buffer.Length;
            pipe.Reader.AdvanceTo(result.Buffer.End);
        }

        await leaving.CancelAsync();
        await sending;

        // assert
        unread.ShouldBe(Room / (8 * 1024));
        wasSending.ShouldBeTrue();
        produced.ShouldBeGreaterThan(unread);
    }

    private async IAsyncEnumerable<ExecutionResult> Endless()
    {
        await ValueTask.CompletedTask;
        while (true)
        {
            // An end for the case that nobody holds it back.
            if (++produced > 100_000)
            {
                yield break;
            }

            yield return Kilobytes;
        }
    }

    private sealed class PipeBody(PipeWriter writer) : IHttpResponseBodyFeature
    {
        public Stream Stream => writer.AsStream();

        public PipeWriter Writer => writer;

        public void DisableBuffering()
        {
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task CompleteAsync() => Task.CompletedTask;
    }
}
