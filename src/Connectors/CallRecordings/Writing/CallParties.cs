namespace PersonalDataHub.Connectors.CallRecordings.Writing;

/// <summary>Which ends of a call are one person's.</summary>
internal sealed record CallParties
{
    public required bool CallerIsOwn { get; init; }

    public required bool CalledIsOwn { get; init; }

    /// <summary>True when the exchange attributed the call to the person.</summary>
    public required bool AccountIsOwn { get; init; }

    /// <summary>The person's numbers, as they are written.</summary>
    public required IReadOnlyList<string> OwnNumbers { get; init; }

    /// <summary>The others' numbers in their normal form; the company's extensions are none.</summary>
    public required IReadOnlyList<string> OtherNumbers { get; init; }

    /// <param name="call">The call.</param>
    /// <param name="phones">The person's telephone numbers at the time, in their normal form.</param>
    /// <param name="accountIsOwn">Whether the call is attributed to the person.</param>
    /// <param name="countryCode">The country of numbers written without one.</param>
    public static CallParties Of(
        CallDetailRecord call, IReadOnlySet<string> phones, bool accountIsOwn, string countryCode)
    {
        var caller = PhoneNumber.Normalize(call.CallerNumber, countryCode);
        var called = PhoneNumber.Normalize(call.CalledNumber, countryCode);
        var callerIsOwn = caller is not null && phones.Contains(caller);
        var calledIsOwn = called is not null && phones.Contains(called);
        if (accountIsOwn && !callerIsOwn && !calledIsOwn)
        {
            // Attributed to the person, who used a telephone that is not known as theirs.
            callerIsOwn = caller is not null && call.Direction != CallDetailRecordReader.Outbound;
            calledIsOwn = called is not null && call.Direction != CallDetailRecordReader.Inbound;
        }

        return new()
        {
            CallerIsOwn = callerIsOwn,
            CalledIsOwn = calledIsOwn,
            AccountIsOwn = accountIsOwn,
            OwnNumbers = [.. Written(callerIsOwn, call.CallerNumber), .. Written(calledIsOwn, call.CalledNumber)],
            OtherNumbers = [.. Others(callerIsOwn, caller), .. Others(calledIsOwn, called)],
        };
    }

    public override string ToString() => nameof(CallParties);

    private static string[] Written(bool own, string number) => own ? [number] : [];

    private static string[] Others(bool own, string? number) => own || number is null ? [] : [number];
}
