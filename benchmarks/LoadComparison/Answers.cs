using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PersonalDataHub.LoadComparison.Measuring;
using PersonalDataHub.LoadComparison.Parts;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;

namespace PersonalDataHub.LoadComparison;

/// <summary>Asks contenders one by one, before anything is measured.</summary>
internal sealed class Answers : IDisposable
{
    private const int Counted = 50;
    private const int Timed = 10;
    private static readonly int[] people = [1, 77, Requests.People];
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public Answers() => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ContenderHost.ApiKey);

    /// <summary>Refuses to go on unless all contenders answer with the same content, whatever its spelling.</summary>
    /// <exception cref="InvalidOperationException">A contender failed, or answers differently from the first.</exception>
    public async Task CompareAsync(IReadOnlyList<Contender> contenders, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            var expected = await AskAsync(contenders[0], person, cancellationToken);
            foreach (var contender in contenders.Skip(1))
            {
                var given = await AskAsync(contender, person, cancellationToken);
                if (!JsonElement.DeepEquals(expected, given))
                {
                    throw new InvalidOperationException($"{contender.Name} answers differently from {contenders[0].Name}: {given}");
                }
            }
        }
    }

    /// <summary>Refuses to go on unless each contender asks each source once for each request.</summary>
    /// <exception cref="InvalidOperationException">A contender asks more often, or less.</exception>
    public async Task CountAsync(IReadOnlyList<Contender> contenders, SourceControl sources, CancellationToken cancellationToken)
    {
        foreach (var contender in contenders)
        {
            var before = await sources.AskedAsync(cancellationToken);
            for (var person = 1; person <= Counted; person++)
            {
                await AskAsync(contender, person, cancellationToken);
            }

            var after = await sources.AskedAsync(cancellationToken);
            if (after.Zip(before, (now, then) => now - then).Any(calls => calls != Counted))
            {
                throw new InvalidOperationException($"{contender.Name} does not ask each source once for each request.");
            }
        }
    }

    /// <summary>Times an answer in parts, and in the same breath the two sources that it waits for.</summary>
    public async Task<Deferral> TimePartsAsync(
        Contender contender, string mediaType, Contender fast, Contender slow, CancellationToken cancellationToken)
    {
        List<double> fastest = [], slowest = [], first = [], last = [];
        for (var person = 1; person <= Timed; person++)
        {
            fastest.Add(await TimeAsync(fast, person, cancellationToken));
            slowest.Add(await TimeAsync(slow, person, cancellationToken));
            if (await PartsAsync(contender, mediaType, person, cancellationToken) is var (begin, end))
            {
                first.Add(begin);
                last.Add(end);
            }
        }

        return new(mediaType, Of(fastest)!, Of(slowest)!, Of(first), Of(last));

        static Spread? Of(List<double> times) => times.Count < Timed ? null : Spread.Of(times, one => one);
    }

    /// <summary>Waits for one whole answer.</summary>
    /// <exception cref="InvalidOperationException">The contender refused.</exception>
    public async Task<JsonElement> AskAsync(Contender contender, int person, CancellationToken cancellationToken)
    {
        using var request = RequestFor(contender, person);
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(answer)
            : throw new InvalidOperationException($"{contender.Name} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage RequestFor(Contender contender, int person)
    {
        var id = RegisterFile.IdOf(person);
        var request = new HttpRequestMessage(
            contender.BodyFile is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri(contender.Process.Address, contender.Path.Replace(Contender.AnyPerson, id, StringComparison.Ordinal)));
        if (contender.BodyFile is { } file)
        {
            var body = File.ReadAllText(file).Replace(Contender.AnyPerson, id, StringComparison.Ordinal);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return request;
    }

    private async Task<double> TimeAsync(Contender contender, int person, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await AskAsync(contender, person, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>When the first data was there, and when the end; null when it came in one piece, or was refused.</summary>
    private async Task<(double First, double Last)?> PartsAsync(Contender contender, string mediaType, int person, CancellationToken cancellationToken)
    {
        using var request = RequestFor(contender, person);
        request.Headers.TryAddWithoutValidation("Accept", $"{mediaType}, application/json;q=0.9");
        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[64 * 1024];
        var (length, first) = (0, 0.0);
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var text = buffer.AsSpan(0, length);
            first = first == 0 && text.IndexOf("\"hasNext\":true"u8) >= 0 ? elapsed : first;
            if (text.IndexOf("\"hasNext\":false"u8) >= 0)
            {
                return first == 0 ? null : (first, elapsed);
            }
        }

        return null;
    }
}
