using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>What a folder of call recordings holds.</summary>
internal static class CallRecordingsDescriptor
{
    public const string CallRecord = "callRecord";
    public const string CallerName = "callerName";
    public const string Note = "note";
    public const string Recording = "recording";

    private const string Recordings = "recordings";
    private const string Traffic = "traffic";

    public static SourceDescriptor For(CallRecordingsSettings settings) => new()
    {
        RecordTypes = [CallRecordType(settings)],
        Accepts =
        [
            new(IdentityKinds.CustomerNumber, settings.CustomerNumberIssuer, CallRecord),
            new(IdentityKinds.Phone, null, CallRecord),
        ],
        Abilities =
        [
            new() { Ability = Ability.Media, Mode = AbilityMode.Native, RecordTypes = [CallRecord] },
            new() { Ability = Ability.Facts, Mode = AbilityMode.Emulated, RecordTypes = [CallRecord] },
            new() { Ability = Ability.Rectification, Mode = AbilityMode.Emulated, RecordTypes = [CallRecord] },
            new() { Ability = Ability.Restriction, Mode = AbilityMode.Emulated, RecordTypes = [CallRecord] },
            new() { Ability = Ability.Erasure, Mode = AbilityMode.Emulated, RecordTypes = [CallRecord] },
        ],
        Facts = [FactKinds.LastContact],
    };

    /// <summary>The values of a record, in the order of the declared fields.</summary>
    public static IReadOnlyList<FieldValue?> Values(
        CallRecordingsSettings settings, CallDetailRecord call, RecordingState recording) =>
    [
        new InstantValue(call.StartedAt),
        Instant(call.AnsweredAt),
        Instant(call.EndedAt),
        new DurationValue(call.Duration),
        new DurationValue(call.TalkTime),
        Text(call.CallerNumber),
        Text(call.CallerName),
        Text(call.CalledNumber),
        Text(call.Direction),
        Text(call.Disposition),
        Text(call.CustomerNumber),
        Text(call.Agent),
        recording.Format is { } format ? new IntegerValue(format.Channels) : null,
        recording.Format is { } length ? new DurationValue(length.Duration) : null,
        recording.Media,
        .. settings.UserFieldIsNote ? [Text(call.Note)] : (FieldValue?[])[],
    ];

    private static RecordType CallRecordType(CallRecordingsSettings settings) => new()
    {
        Name = CallRecord,
        PluralName = "callRecords",
        Description = "A telephone call with customer service, with its recording when one was made.",
        Category = Traffic,
        Origin = DataOrigin.Observed,
        Fields =
        [
            Field("startedAt", FieldKind.Instant, "When the call began."),
            Field("answeredAt", FieldKind.Instant, "When it was answered; null when it was not."),
            Field("endedAt", FieldKind.Instant, "When it ended."),
            Field("duration", FieldKind.Duration, "From begin to end, ringing included."),
            Field("talkTime", FieldKind.Duration, "From answer to end."),
            Field("callerNumber", FieldKind.Text, "The number that called, as the exchange wrote it."),
            Field(CallerName, FieldKind.Text, "The name that the caller's network sent along."),
            Field("calledNumber", FieldKind.Text, "The number that was called, as the exchange wrote it."),
            Field("direction", FieldKind.Text, "inbound: the customer called; outbound: the customer was called."),
            Field("disposition", FieldKind.Text, "How it went: ANSWERED, NO ANSWER, BUSY, FAILED or CONGESTION."),
            Field("customerNumber", FieldKind.Text, "The customer number that the caller was identified by.") with
            {
                IdentityKind = IdentityKinds.CustomerNumber,
                IdentityIssuer = settings.CustomerNumberIssuer,
            },
            Field("agent", FieldKind.Text, "Whose telephone the call was at, on the company's side.") with { ThirdParty = true },
            Field("channels", FieldKind.Integer, "Audio channels of the recording; of two, left is the caller and right the agent.")
                with { Category = Recordings },
            Field("recordingLength", FieldKind.Duration, "How long the recording plays.") with { Category = Recordings },
            Field(Recording, FieldKind.Media, "The recording. It holds the agent's voice too.")
                with { Category = Recordings },
            .. settings.UserFieldIsNote
                ? [Field(Note, FieldKind.Text, "What the agent wrote down of the call.") with { Origin = DataOrigin.Inferred }]
                : (RecordField[])[],
        ],
    };

    private static RecordField Field(string name, FieldKind kind, string description) =>
        new() { Name = name, Kind = kind, Description = description };

    private static TextValue? Text(string? value) => string.IsNullOrEmpty(value) ? null : new(value);

    private static InstantValue? Instant(DateTimeOffset? value) => value is { } at ? new(at) : null;
}
