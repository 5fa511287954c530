using System.Net;
using System.Net.Http.Json;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.FaultSource;

namespace PersonalDataHub.TestConnectors.Remote;

/// <summary>Asks the source over HTTP.</summary>
[SourceService]
internal sealed class RemoteClient(RemoteSettings settings) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = settings.Address, Timeout = Timeout.InfiniteTimeSpan };

    public Task<ReadReply> ReadAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken) =>
        AskAsync<ReadReply>("/read", new ReadQuestion(numbers), cancellationToken);

    public Task<WriteReply> WriteAsync(WriteQuestion question, CancellationToken cancellationToken) =>
        AskAsync<WriteReply>("/write", question, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<T> AskAsync<T>(string path, object question, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(path, question, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.UnprocessableEntity => throw new SourceException(FailureKind.Configuration, "The source refuses to change this record."),
                HttpStatusCode.OK => (await response.Content.ReadFromJsonAsync<T>(cancellationToken))!,
                _ => throw new SourceException(FailureKind.Transient, "The source is down."),
            };
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            throw new SourceException(FailureKind.Transient, "The connection to the source broke.", cause);
        }
    }
}
