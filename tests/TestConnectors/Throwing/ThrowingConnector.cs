using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Throwing;

/// <summary>Fails as its setting <c>mode</c> says, at the place that the mode's first word names.</summary>
internal sealed class ThrowingConnector : IConnector
{
    private readonly string mode;
    private readonly string baseDirectory;

    public ThrowingConnector(SourceSettings settings)
    {
        mode = settings.Settings.Entries.GetValueOrDefault("mode") is SettingsText text ? text.Value : "read-unknown";
        baseDirectory = settings.BaseDirectory;
        if (mode == "constructor")
        {
            throw new InvalidOperationException("010190-999X must never be seen");
        }
    }

    public SourceDescriptor Describe() => mode switch
    {
        "describe" => throw new SourceException(FailureKind.Configuration, "The table list is empty."),
        "describe-null" => null!,
        "describe-nonsense" => Nonsense(),
        _ => Sound(),
    };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(CheckResult.Unfit(FailureKind.Configuration, "The table 'contact' is missing."));

    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => mode switch
    {
        "read-transient" when File.Exists(Path.Combine(baseDirectory, "mended")) => Page([]),
        "read-transient" => throw new SourceException(FailureKind.Transient, "The database is restarting."),
        "read-configuration" => throw new SourceException(FailureKind.Configuration, "The password was refused."),
        "read-cancelled" => throw new TaskCanceledException(),
        "read-null-task" => null!,
        "read-null-result" => Task.FromResult<ReadPage>(null!),
        "read-too-few-values" => Page([Record() with { Values = [new TextValue("a")] }]),
        "read-wrong-kind" => Page([Record() with { Values = [new TextValue("a"), new TextValue("not a number"), null] }]),
        "read-wrong-item" => Page([Record() with { Values = [new TextValue("a"), null, new ListValue([new BooleanValue(true)])] }]),
        "read-wrong-type" => Page([Record() with { RecordType = "other" }]),
        "read-nobody" => Page([Record() with { FoundBy = [] }]),
        "read-too-many" => Page([.. Enumerable.Repeat(Record(), request.PageSize + 1)]),
        "read-endless" => Task.FromResult(new ReadPage { Records = [], AsOf = DateTimeOffset.UnixEpoch, NextPageToken = request.PageToken ?? "same" }),
        "read-sound" => Page([Record()]),
        _ => throw new InvalidOperationException("010190-999X must never be seen"),
    };

    private static Task<ReadPage> Page(IReadOnlyList<PersonalRecord> records) =>
        Task.FromResult(new ReadPage { Records = records, AsOf = DateTimeOffset.UnixEpoch });

    private static PersonalRecord Record() => new()
    {
        RecordType = "note",
        Key = "1",
        Values = [new TextValue("a"), new IntegerValue(1), null],
        FoundBy = [0],
    };

    private static SourceDescriptor Sound() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = "note",
                PluralName = "notes",
                Description = "A note.",
                Category = "contact",
                Origin = DataOrigin.Inferred,
                Fields =
                [
                    new() { Name = "text", Kind = FieldKind.Text, Description = "What was noted." },
                    new() { Name = "length", Kind = FieldKind.Integer, Description = "Characters." },
                    new() { Name = "words", Kind = FieldKind.List, ItemKind = FieldKind.Text, Description = "Words." },
                ],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber), new(IdentityKinds.CustomerNumber, "crm")],
    };

    private static SourceDescriptor Nonsense() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = "Call Record",
                PluralName = "records",
                Description = "Named as GraphQL does not allow, in a category nobody declared.",
                Category = "conatct",
                Origin = DataOrigin.Observed,
                Fields =
                [
                    new() { Name = "tags", Kind = FieldKind.List, Description = "A list of what?" },
                    new() { Name = "home", Kind = FieldKind.Composite, Description = "Without parts." },
                ],
            },
        ],
        Accepts = [],
        Abilities = [new() { Ability = Ability.Erasure, Mode = AbilityMode.Native }],
        Feeds = ["crn"],
    };
}
