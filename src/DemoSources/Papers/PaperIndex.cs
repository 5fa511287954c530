using System.Globalization;
using System.Text;

namespace PersonalDataHub.DemoSources.Papers;

/// <summary>Writes the index of a paper archive: a line per folder or document and person.</summary>
internal sealed class PaperIndex(string directory)
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);
    private readonly List<string> lines = ["document_number;customer_number;place;kind;first_date;last_date;handled_on;restricted"];

    /// <summary>Adds a document; one that was not handled yet lies on somebody's desk.</summary>
    public void Add(string customerId, string kind, DateOnly first, DateOnly? last, DateOnly? handled)
    {
        var number = lines.Count;
        lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"A-{number:0000};{customerId};Hylly {1 + (number / 20)};{kind};{first:yyyy-MM-dd};{last:yyyy-MM-dd};{handled:yyyy-MM-dd};no"));
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(
            Path.Combine(directory, "index.csv"), string.Concat(lines.Select(line => line + "\n")), Plain, cancellationToken);
    }
}
