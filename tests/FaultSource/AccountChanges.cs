namespace PersonalDataHub.FaultSource;

/// <summary>What changes make of accounts.</summary>
internal static class AccountChanges
{
    public static string? ValueOf(this Account account, Change change) => change.Field == "email" ? account.Email : account.Name;

    /// <summary>The account after a change; null when it is gone.</summary>
    public static Account? With(this Account account, string operation, Change change)
    {
        account = account with { Version = account.Version + 1 };
        return (operation, change.Field) switch
        {
            (Operations.Restrict, _) => account with { Restricted = true },
            (Operations.Lift, _) => account with { Restricted = false },
            (Operations.Erase, null) => null,
            (_, "email") => account with { Email = change.Value },
            _ => account with { Name = change.Value },
        };
    }
}
