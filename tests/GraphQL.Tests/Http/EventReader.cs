namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>Reads an event stream as it arrives.</summary>
internal sealed class EventReader(HttpResponseMessage response, StreamReader reader) : IDisposable
{
    public HttpResponseMessage Response => response;

    public static async Task<EventReader> OpenAsync(HttpResponseMessage response) =>
        new(response, new StreamReader(await response.Content.ReadAsStreamAsync()));

    /// <summary>The lines of the next event or comment, joined; null when the stream has ended.</summary>
    public async Task<string?> ReadAsync()
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
            {
                return string.Join('\n', lines);
            }

            lines.Add(line);
        }

        return null;
    }

    public async Task<IReadOnlyList<string>> ReadToEndAsync()
    {
        var events = new List<string>();
        while (await ReadAsync() is { } read)
        {
            events.Add(read);
        }

        return events;
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
