using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>One change to one account.</summary>
internal sealed record Change(string Operation, RecordTarget Target, FieldValue? Expected = null, FieldValue? NewValue = null)
{
    public const string Rectify = "rectify";
    public const string Restrict = "restrict";
    public const string Lift = "lift";
    public const string Erase = "erase";

    /// <summary>The account as the change wants it; null when it is to be gone.</summary>
    public Account? ApplyTo(Account account) => (Operation, Target.Field) switch
    {
        (Restrict, _) => account with { Restricted = true },
        (Lift, _) => account with { Restricted = false },
        (Erase, null) => null,
        (_, "name") => account with { Name = (NewValue as TextValue)?.Value },
        (_, "phone") => account with { Phone = (NewValue as TextValue)?.Value },
        _ => account with { Credit = (NewValue as IntegerValue)?.Value },
    };

    /// <summary>Why it can never be made; null when it can.</summary>
    public string? Impossible => (Operation, Target.Field) switch
    {
        (Restrict or Lift, not null) => "The ledger restricts whole accounts only.",
        (Restrict or Lift or Erase, null) => null,
        _ when !Account.IsChangeable(Target.Field) => "Only name, phone and credit of an account can be changed.",
        (_, "credit") when NewValue is not (null or IntegerValue) => "Credit is a whole number.",
        (_, not "credit") when NewValue is not (null or TextValue) => "Name and phone are text.",
        _ => null,
    };
}
