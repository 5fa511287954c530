using System.Globalization;
using PersonalDataHub.FaultSource;
using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>F13: many clients correct the names of a few people at once.</summary>
internal sealed class ConcurrentCorrectionsExperiment : IExperiment
{
    private const int Persons = 10;
    private const int ClientsAtOnce = 32;

    public string Id => "F13";

    public string Title => "32 clients correct 10 people at once";

    public string ControlTitle => "requests of one person are not kept apart";

    public async Task<Outcome> RunAsync(ExperimentSettings settings)
    {
        var corrections = (settings.Control, settings.Size) switch { (true, _) => 200, (_, ExperimentSize.Ci) => 1000, _ => 50_000 };
        await using var trial = await Trial.StartAsync(new()
        {
            Experiment = settings,
            Persons = Persons,
            Hub = new Dictionary<string, string> { ["Hub:Fulfillment:Ordering"] = settings.Control ? "false" : "true" },
        });

        // What has to be told again is overtaken, unless something keeps the order.
        await trial.World.BehaveAsync(new Behaviour { Busy = 0.3 });
        trial.Fault("32 clients at once");
        var random = new Random(settings.Seed);
        await trial.Clients.AskAsync([.. Enumerable.Range(0, corrections).Select(number => RequestOf(trial.World.People, number, random.Next(Persons)))], ClientsAtOnce);
        trial.Fault("the last was sent");
        var drain = await trial.DrainAsync("Corrected otherwise meanwhile.", TimeSpan.FromMinutes(settings.Size == ExperimentSize.Long ? 60 : 4));
        var (evidence, outcome) = await trial.JudgeAsync(drain);
        return Read(evidence, outcome with { Faults = corrections });
    }

    private static AskedRequest RequestOf(People people, int number, int person) =>
        new(string.Create(CultureInfo.InvariantCulture, $"correction-{number}"), RequestKind.Rectification, People.NumberOf(person))
        {
            NewName = people.NewNameOf(People.NumberOf(person), number),
        };

    private static Outcome Read(Evidence evidence, Outcome outcome)
    {
        // Every source of a person has to have made the same corrections in the same order.
        var orders = evidence.Ledgers.ToDictionary(
            ledger => ledger.Key,
            ledger => ledger.Value.Where(line => line is { Effect: true, Operation: Operations.Rectify }).ToLookup(line => line.Number, line => line.After?.Name));
        var apart = Enumerable.Range(0, Persons).Select(People.NumberOf)
            .Count(person => orders.Values.Select(order => string.Join('|', order[person])).Distinct().Count() > 1);
        var unequal = Enumerable.Range(0, Persons).Select(People.NumberOf)
            .Count(person => evidence.Held.Values.Select(held => held[person].Name).Distinct().Count() > 1);
        var done = evidence.Shown.Values.Count(request => request.Status == "DONE");
        var lost = evidence.Accepted.Where(accepted => evidence.Shown[accepted.Id].Status == "DONE")
            .Count(accepted => orders.Values.Any(order => !order[accepted.Request.Person].Contains(accepted.Request.NewName)));
        var refused = evidence.History.Count(line => line.Event == HistoryEvent.Refused);
        return outcome with
        {
            Figures = string.Create(
                CultureInfo.InvariantCulture, $"{done} applied, {refused} refused, {evidence.Shown.Count - done} left to a person, {lost} lost updates"),
            Missed =
            [
                .. lost == 0 ? Array.Empty<string>() : [$"{lost} corrections are done and were never made somewhere."],
                .. apart == 0 ? Array.Empty<string>() : [$"The corrections of {apart} people were made in different orders or only in some sources."],
                .. unequal == 0 ? Array.Empty<string>() : [$"The sources hold different names of {unequal} people."],
            ],
        };
    }
}
