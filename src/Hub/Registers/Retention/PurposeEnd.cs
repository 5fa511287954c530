namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>How long data may be used for one purpose: it can end before the data goes.</summary>
/// <param name="Purpose">The purpose's id.</param>
/// <param name="Standing">What can be said.</param>
/// <param name="UsableThrough">The last day of use; null unless it ends on a day.</param>
/// <param name="Rule">The id of the rule that decided; null for none.</param>
public sealed record PurposeEnd(string Purpose, RetentionStanding Standing, DateOnly? UsableThrough, string? Rule)
{
    /// <summary>True when the data may no longer be used for the purpose on a day.</summary>
    internal bool IsOverOn(DateOnly day) => Standing == RetentionStanding.Ends && UsableThrough < day;
}
