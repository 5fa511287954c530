using System.Globalization;

namespace PersonalDataHub.LoadComparison.Parts;

/// <summary>Sets how long the sources take, and reads how often they were asked.</summary>
internal sealed class SourceControl(Uri sources)
{
    private static readonly string[] names = ["profile", "invoices", "calls", "visits"];
    private readonly HttpClient http = new() { BaseAddress = sources };

    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            await DelayAsync(name, delay, cancellationToken);
        }
    }

    public async Task DelayAsync(string name, TimeSpan delay, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"delay/{name}/{delay.TotalMilliseconds:0}");
        using var response = await http.PostAsync(path, content: null, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>How often each source was asked since it started.</summary>
    public async Task<IReadOnlyList<long>> AskedAsync(CancellationToken cancellationToken) =>
        Array.ConvertAll((await http.GetStringAsync("asked", cancellationToken)).Split(' '), count => long.Parse(count, CultureInfo.InvariantCulture));
}
