using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PersonalDataHub.FaultSource;

// A system full of invented people that an experiment starts, spoils and counts. It ends when its input does, so that
// nothing is left of an experiment that was killed.
string Option(string name) => args[Array.IndexOf(args, "--" + name) + 1];
int Number(string name) => int.Parse(Option(name), CultureInfo.InvariantCulture);

var people = Enumerable.Range(Number("first"), Number("persons")).Select(number => new Account(
    $"{number}", $"{Option("marker")} {number}", $"{Option("marker")}.{number}@example.org", Restricted: false, Version: 0));
using var ledger = new Ledger(Option("ledger"));
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Option("port")}");
await using var application = builder.Build();
new SourceApi(new AccountBook(people, ledger, TimeProvider.System), Number("seed"), TimeProvider.System).Map(application);
await application.StartAsync();
Console.WriteLine(application.Urls.Single());
await Console.In.ReadToEndAsync();
