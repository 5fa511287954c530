using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Throughput;

var persons = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 1000;
var commits = new List<CommitRates>();
foreach (var database in (DatabaseKind[])[DatabaseKind.Sqlite, DatabaseKind.PostgreSql])
{
    Console.WriteLine($"Committing audit entries to {database} …");
    commits.Add(await GroupCommit.MeasureAsync(database));
}

var runs = new List<Measured>();
foreach (var (database, nodes) in (IEnumerable<(DatabaseKind, int)>)[(DatabaseKind.Sqlite, 1), (DatabaseKind.PostgreSql, 1), (DatabaseKind.PostgreSql, 3)])
{
    Console.WriteLine($"Erasing {persons} people with {nodes} hub(s) over {database} …");
    runs.Add(await Erasures.MeasureAsync(database, nodes, persons));
}

var checkout = new PersonalDataHub.RegistrantLookup.Repository();
var report = Report.Write(persons, commits, runs, checkout);
await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(checkout.Results)!, "throughput.md"), report);
Console.WriteLine(report);
return runs.TrueForAll(run => run.Unfinished == 0) ? 0 : 1;
