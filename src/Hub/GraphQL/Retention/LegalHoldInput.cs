using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Retention.Holds;

namespace PersonalDataHub.Hub.GraphQL.Retention;

/// <summary>A legal hold that is to be set.</summary>
[GraphQLName("NewLegalHold")]
public sealed record LegalHoldInput
{
    /// <summary>Whose data; left out for everybody's.</summary>
    public RegistrantKeyInput? Registrant { get; init; }

    /// <summary>Ids of the categories it keeps; left out with fields for all of the person's.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Record types, or recordType.field, it keeps.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The first day; left out for today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; left out for until somebody lifts it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day by which somebody looks at it again.</summary>
    public required DateOnly ReviewOn { get; init; }

    internal NewHold ToHold(string register, string purpose) => new()
    {
        Register = register,
        Registrant = Registrant?.ToKey(),
        Categories = Categories ?? [],
        Fields = Fields ?? [],
        Reason = Reason,
        From = From,
        Until = Until,
        ReviewOn = ReviewOn,
        Purpose = purpose,
    };
}
