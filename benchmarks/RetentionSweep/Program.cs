using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using PersonalDataHub.RegistrantLookup;
using PersonalDataHub.RetentionSweep;

// The hub's assembly sees to it that SQLite is found; nothing of it has run yet.
RuntimeHelpers.RunModuleConstructor(typeof(PersonalDataHub.Hub.HubApplication).Module.ModuleHandle);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
var people = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 1_000_000;
var repository = new Repository();
var measured = new List<Measured>();
var asked = new List<int>();
var generation = TimeSpan.Zero;

foreach (var size in (int[])[people / 100, people])
{
    var folder = Directory.CreateTempSubdirectory("retention-sweep-");
    try
    {
        var config = Path.Combine(folder.FullName, "config");
        Configuration.Write(Path.Combine(config, Configuration.Register));
        var population = new Population(Directory.CreateDirectory(Path.Combine(folder.FullName, "shop")).FullName, size);
        Console.WriteLine($"Making {size} registrants …");
        var watch = Stopwatch.StartNew();
        population.Write();
        generation = watch.Elapsed;
        foreach (var due in (int[])[0, 1_000, 10_000])
        {
            if (due > size)
            {
                continue;
            }

            Console.WriteLine($"Sweeping with {due} due …");
            population.MakeDue(due);
            await using var shop = await Shop.StartAsync(repository, Path.Combine(folder.FullName, $"data-{due}"), config);
            measured.Add(await shop.SweepAsync($"{due:N0} newly due", size, stop.Token));
            asked.Add(due);
            measured.Add(await shop.SweepAsync("the night after, nothing new", size, stop.Token));
            asked.Add(due);
        }
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

var report = Report.Write(measured, generation, repository);
await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(repository.Results)!, "retention-sweep.md"), report, stop.Token);
Console.WriteLine(report);
return measured.Zip(asked).All(one => one.First.Found(one.Second)) ? 0 : 1;
