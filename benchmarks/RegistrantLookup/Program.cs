using System.Globalization;
using System.Runtime.CompilerServices;
using PersonalDataHub.RegistrantLookup;

// The hub's assembly sees to it that SQLite is found; nothing of it has run yet.
RuntimeHelpers.RunModuleConstructor(typeof(PersonalDataHub.Hub.HubApplication).Module.ModuleHandle);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
var requests = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 300;
var repository = new Repository();

Console.WriteLine("Starting a hub of 200 and one of 100,000 people …");
await using var small = await HubProcess.StartAsync(repository, 200, stop.Token);
await using var large = await HubProcess.StartAsync(repository, 100_000, stop.Token);
var comparison = new Comparison(small, large, seed: 42);

Console.WriteLine("Warming both …");
await comparison.WarmAsync(stop.Token);

Console.WriteLine("Asking …");
var firstTime = await comparison.MeasureFirstTimeAsync(stop.Token);
var measurements = await comparison.MeasureAsync(requests, stop.Token);

var report = Report.Write([.. measurements, firstTime], small, large, repository);
Directory.CreateDirectory(Path.GetDirectoryName(repository.Results)!);
await File.WriteAllTextAsync(repository.Results, report, stop.Token);
Console.WriteLine(report);
