using System.Globalization;
using System.Runtime.CompilerServices;
using PersonalDataHub.BulkErasure;
using PersonalDataHub.RegistrantLookup;

// The hub's assembly sees to it that SQLite is found; nothing of it has run yet.
RuntimeHelpers.RunModuleConstructor(typeof(PersonalDataHub.Hub.HubApplication).Module.ModuleHandle);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
var persons = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 300;
var repository = new Repository();

Console.WriteLine("Starting a hub …");
await using var hub = await HubProcess.StartAsync(repository, people: persons * 4, stop.Token);
var people = People.Read(hub.Telecom, seed: 42);
var run = new Run(hub);

Console.WriteLine("Planning one by one …");
var single = await run.PlanSinglyAsync([.. people.Take(30)], stop.Token);

Console.WriteLine($"Erasing the data of {persons} …");
var measured = await run.EraseAsync([.. people.Skip(30).Take(persons)], stop.Token);

var report = Report.Write(measured, single, hub, repository);
var results = Path.Combine(Path.GetDirectoryName(repository.Results)!, "bulk-erasure.md");
await File.WriteAllTextAsync(results, report, stop.Token);
Console.WriteLine(report);
return measured.Ended == measured.Started && measured.BegunWhilePaused == 0 ? 0 : 1;
