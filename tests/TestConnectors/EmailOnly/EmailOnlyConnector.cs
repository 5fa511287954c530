using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.EmailOnly;

/// <summary>
/// Files that only their keeper can touch, who is reached by e-mail. Reads a list of whom there is a file of; every change is
/// a person's work, and has happened when the list says so.
/// </summary>
internal sealed class EmailOnlyConnector(EmailOnlySettings settings) : IConnector, ISupportsRectification, ISupportsRestriction, ISupportsErasure
{
    private const string PaperFile = "paperFile";

    public SourceDescriptor Describe() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = PaperFile,
                PluralName = "paperFiles",
                Description = "A file on paper.",
                Category = "contact",
                Origin = DataOrigin.Provided,
                AtMostOne = true,
                Fields =
                [
                    new() { Name = "number", Kind = FieldKind.Text, Description = "Customer number.", IdentityKind = IdentityKinds.CustomerNumber },
                    new() { Name = "location", Kind = FieldKind.Text, Description = "Where the file lies." },
                ],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber, settings.CustomerNumberIssuer)],
        Abilities =
        [
            new() { Ability = Ability.Rectification, Mode = AbilityMode.Manual },
            new() { Ability = Ability.Restriction, Mode = AbilityMode.Manual },
            new() { Ability = Ability.Erasure, Mode = AbilityMode.Manual },
        ],
    };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(
        File.Exists(settings.List) ? CheckResult.Fit() : CheckResult.Unfit(FailureKind.Configuration, "The list of files does not exist."));

    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var locations = await LocationsAsync(cancellationToken);
        var records = new List<PersonalRecord>();
        foreach (var number in request.Identities.Select(identity => identity.Value).Distinct().Where(locations.ContainsKey))
        {
            List<int> foundBy = [.. Enumerable.Range(0, request.Identities.Count).Where(position => request.Identities[position].Value == number)];
            records.Add(new() { RecordType = PaperFile, Key = number, Values = [new TextValue(number), locations[number]], FoundBy = foundBy });
        }

        return new() { Records = records, AsOf = new(File.GetLastWriteTimeUtc(settings.List), TimeSpan.Zero) };
    }

    public async Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken)
    {
        var locations = await LocationsAsync(cancellationToken);
        return new() { Items = [.. request.Corrections.Select(Answer)] };

        WriteItem Answer(FieldCorrection correction)
        {
            var target = correction.Target;
            if (!Holds(locations, request.Identities, target))
            {
                return new WriteNotHeld();
            }

            FieldValue? held = target.Field == "number" ? new TextValue(target.Key) : locations[target.Key];
            return Equals(held, correction.NewValue) ? new WriteDone()
                : Equals(held, correction.Expected) ? Instruction($"correct {target} as the request says")
                : new WriteConflict("The list says something other than expected.");
        }
    }

    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) => AskAsync(
        request.Identities, request.Targets, request.Restricted ? "lock away" : "give back for use", cancellationToken);

    public Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) => EraseAsync(request, cancellationToken);

    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        AskAsync(request.Identities, request.Targets, "destroy, and take off the list,", cancellationToken);

    private async Task<WriteResult> AskAsync(
        IReadOnlyList<SubjectIdentity> identities, IReadOnlyList<RecordTarget> targets, string what, CancellationToken cancellationToken)
    {
        var locations = await LocationsAsync(cancellationToken);
        return new()
        {
            Items = [.. targets.Select(target => Holds(locations, identities, target) ? Instruction($"{what} {target}") : (WriteItem)new WriteNotHeld())],
        };
    }

    private WriteManual Instruction(string what) => new(
        $"Write to {settings.Keeper} with the customer number from the request: {what}. Complete this task when the keeper has confirmed it.");

    private static bool Holds(Dictionary<string, TextValue?> locations, IReadOnlyList<SubjectIdentity> identities, RecordTarget target) =>
        target.RecordType == PaperFile && locations.ContainsKey(target.Key) && identities.Any(identity => identity.Value == target.Key);

    private async Task<Dictionary<string, TextValue?>> LocationsAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.List))
        {
            throw new SourceException(FailureKind.Configuration, "The list of files does not exist.");
        }

        var locations = new Dictionary<string, TextValue?>();
        foreach (var line in await File.ReadAllLinesAsync(settings.List, cancellationToken))
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                var parts = line.Split(';', 2, StringSplitOptions.TrimEntries);
                locations[parts[0]] = parts is [_, { Length: > 0 } location] ? new TextValue(location) : null;
            }
        }

        return locations;
    }
}
