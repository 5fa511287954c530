using System.Text.Json;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Hosting;
using PersonalDataHub.PersonView.Sources;
using PersonalDataHub.Sources;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var application = builder.Build();

IReadOnlyList<Source> sources =
[
    new("profile", JsonSerializer.SerializeToUtf8Bytes(CannedView.ProfileOf(Source.AnyCustomer), ViewJson.Default.Profile)),
    new("invoices", JsonSerializer.SerializeToUtf8Bytes(CannedView.Invoices, ViewJson.Default.IReadOnlyListInvoice)),
    new("calls", JsonSerializer.SerializeToUtf8Bytes(CannedView.Calls, ViewJson.Default.IReadOnlyListCall)),
    new("visits", JsonSerializer.SerializeToUtf8Bytes(CannedView.Visits, ViewJson.Default.IReadOnlyListVisit)),
];
foreach (var source in sources)
{
    application.MapGet($"/{source.Name}/{{customer}}", source.AnswerAsync);
    application.MapPost($"/{source.Name}/graphql", source.AnswerGraphQLAsync);
}

// For the load tool: how long each source takes from now on, and how often it was asked.
application.MapPost("/delay/{name}/{milliseconds:int}", (string name, int milliseconds) =>
    sources.Single(source => source.Name == name).Delay = TimeSpan.FromMilliseconds(milliseconds));
application.MapGet("/asked", () => string.Join(' ', sources.Select(source => source.Asked)));
await application.ServeAsync();
