namespace PersonalDataHub.PersonView.Sources;

/// <summary>A source's answer as it comes.</summary>
public sealed class SourceBytes(HttpClient http)
{
    /// <exception cref="HttpRequestException">The source did not answer with success.</exception>
    public async Task<byte[]> ReadAsync(Uri source, string customer, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(source, customer), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
