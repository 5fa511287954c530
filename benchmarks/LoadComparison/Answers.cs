using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Register;

namespace PersonalDataHub.LoadComparison;

/// <summary>Asks contenders one by one, before anything is measured.</summary>
internal sealed class Answers : IDisposable
{
    private static readonly int[] people = [1, 77, Comparison.People];
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

    /// <summary>Waits for one whole answer.</summary>
    /// <exception cref="InvalidOperationException">The contender refused.</exception>
    public async Task<JsonElement> AskAsync(Contender contender, int person, CancellationToken cancellationToken)
    {
        var id = RegisterFile.IdOf(person);
        using var request = new HttpRequestMessage(
            contender.BodyFile is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri(contender.Process.Address, contender.Path.Replace(Contender.AnyPerson, id, StringComparison.Ordinal)));
        if (contender.BodyFile is { } file)
        {
            var body = await File.ReadAllTextAsync(file, cancellationToken);
            request.Content = new StringContent(body.Replace(Contender.AnyPerson, id, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(answer)
            : throw new InvalidOperationException($"{contender.Name} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    public void Dispose() => http.Dispose();
}
