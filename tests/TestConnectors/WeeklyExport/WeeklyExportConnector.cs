using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.WeeklyExport;

/// <summary>
/// Reads points of a loyalty scheme from a CSV file that another system exports once a week, and hands changes over to that
/// system in a file beside it; the next export shows them.
/// </summary>
internal sealed class WeeklyExportConnector(SourceSettings settings, TimeProvider clock) : IConnector, ISupportsRectification, ISupportsErasure
{
    private const string Account = "loyaltyAccount";
    private const string PointsField = "points";

    private static readonly WriteUnsupported numberStays = new("The customer number is what the exporting system knows the account by.");

    private readonly string? issuer = (settings.Settings.Entries.GetValueOrDefault("customerNumberIssuer") as SettingsText)?.Value;
    private readonly string path = Path.Combine(settings.BaseDirectory, ((SettingsText)settings.Settings.Entries["file"]).Value);

    public static TimeSpan Week { get; } = TimeSpan.FromDays(7);

    private HandOver HandOver => new(Path.Combine(Path.GetDirectoryName(path)!, "changes.csv"));

    public SourceDescriptor Describe() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = Account,
                PluralName = "loyaltyAccounts",
                Description = "An account of the loyalty scheme.",
                Category = "contact",
                Origin = DataOrigin.Observed,
                Fields =
                [
                    new() { Name = "number", Kind = FieldKind.Text, Description = "Customer number.", IdentityKind = IdentityKinds.CustomerNumber },
                    new() { Name = PointsField, Kind = FieldKind.Integer, Description = "Points collected." },
                ],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber, issuer)],
        Abilities =
        [
            new() { Ability = Ability.Rectification, Mode = AbilityMode.Emulated, Delay = Week },
            new() { Ability = Ability.Erasure, Mode = AbilityMode.Emulated, Delay = Week },
        ],
        Freshness = Week,
    };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(
        File.Exists(path) ? CheckResult.Fit() : CheckResult.Unfit(FailureKind.Configuration, "The exported file does not exist."));

    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var export = await Export.ReadAsync(path, cancellationToken);
        var records = new List<PersonalRecord>();
        foreach (var number in request.Identities.Select(identity => identity.Value).Distinct().Where(export.Points.ContainsKey))
        {
            List<int> foundBy = [.. Enumerable.Range(0, request.Identities.Count).Where(position => request.Identities[position].Value == number)];
            FieldValue? points = export.Points[number] is { } value ? new IntegerValue(value) : null;
            records.Add(new() { RecordType = Account, Key = number, Values = [new TextValue(number), points], FoundBy = foundBy });
        }

        return new() { Records = records, AsOf = export.ExportedAt, Gaps = export.Malformed == 0 ? [] : [$"{export.Malformed} lines could not be read."] };
    }

    public async Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken)
    {
        var export = await Export.ReadAsync(path, cancellationToken);
        var next = export.NextAfter(clock.GetUtcNow());
        var changes = new List<Change>();
        var items = request.Corrections.Select((correction, position) => Answer(correction, TokenOf(request.Task, position))).ToList();
        await HandOver.QueueAsync(changes, cancellationToken);
        return new() { Items = items };

        WriteItem Answer(FieldCorrection correction, string token)
        {
            if (!Holds(export, request.Identities, correction.Target))
            {
                return new WriteNotHeld();
            }

            if (correction.Target.Field != PointsField)
            {
                return numberStays;
            }

            if (correction.NewValue is not (IntegerValue or null))
            {
                return new WriteUnsupported("Points are a whole number.");
            }

            FieldValue? held = export.Points[correction.Target.Key] is { } points ? new IntegerValue(points) : null;
            if (Equals(held, correction.NewValue))
            {
                return new WriteDone();
            }

            if (!Equals(held, correction.Expected))
            {
                return new WriteConflict("The last export shows other points than expected.");
            }

            var value = (correction.NewValue as IntegerValue)?.Value.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
            changes.Add(new(token, "rectify", correction.Target.Key, PointsField, value));
            return new WritePending(token, next);
        }
    }

    public async Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        (await AnswerAsync(request, cancellationToken)).Result;

    public async Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var (result, changes) = await AnswerAsync(request, cancellationToken);
        await HandOver.QueueAsync(changes, cancellationToken);
        return result;
    }

    private async Task<(WriteResult Result, IReadOnlyList<Change> Changes)> AnswerAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var export = await Export.ReadAsync(path, cancellationToken);
        var queued = await HandOver.TokensAsync(cancellationToken);
        var next = export.NextAfter(clock.GetUtcNow());
        var changes = new List<Change>();
        return (new() { Items = [.. request.Targets.Select((target, position) => Answer(target, TokenOf(request.Task, position)))] }, changes);

        WriteItem Answer(RecordTarget target, string token)
        {
            if (!Holds(export, request.Identities, target))
            {
                // Gone, if this task asked for it; else never there.
                return queued.Contains(token) ? new WriteDone() : new WriteNotHeld();
            }

            if (target.Field is not (null or PointsField))
            {
                return numberStays;
            }

            if (target.Field == PointsField && export.Points[target.Key] is null)
            {
                return new WriteDone();
            }

            changes.Add(new(token, "erase", target.Key, target.Field ?? string.Empty, string.Empty));
            return new WritePending(token, next);
        }
    }

    private static string TokenOf(TaskKey task, int position) => string.Create(CultureInfo.InvariantCulture, $"{task.TaskId}/{position}");

    /// <summary>Only what one of the person's identities finds is theirs.</summary>
    private static bool Holds(Export export, IReadOnlyList<SubjectIdentity> identities, RecordTarget target) =>
        target.RecordType == Account && export.Points.ContainsKey(target.Key) && identities.Any(identity => identity.Value == target.Key);
}
