using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Decides whether a person may be contacted: the one place that does (GDPR Art. 21(2), Act 917/2014 ch. 24).</summary>
internal static class ContactRules
{
    /// <summary>The answer at a moment.</summary>
    /// <param name="register">The register.</param>
    /// <param name="history">What the person has decided, at the hub and at sources.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="purpose">The purpose's id.</param>
    /// <param name="at">The moment.</param>
    /// <param name="isTurnedOn">Whether the controller turned a purpose on that is off by default.</param>
    /// <param name="isRestricted">Whether the data is restricted from the purpose.</param>
    public static ContactAnswer Decide(
        Register register, PermissionHistory history, string channel, string purpose, DateTimeOffset at, bool isTurnedOn, bool isRestricted)
    {
        var marketing = register.Pack.Marketing;
        if (register.FindPurpose(purpose) is not { } named)
        {
            return No(ContactReason.NotAPurpose, marketing.Statements);
        }

        if (isRestricted)
        {
            return No(ContactReason.Restricted, []);
        }

        if (purpose == marketing.ServiceMessages)
        {
            return new(true, ContactReason.ServiceMessage, null, [.. named.Statements, .. marketing.Statements]);
        }

        if (!PermissionPurposes.IsDecidable(register, named))
        {
            return No(ContactReason.NotAPurpose, named.Statements);
        }

        if (marketing.Channels.FirstOrDefault(one => one.Id == channel) is not { } way)
        {
            return No(ContactReason.NotAChannel, marketing.Statements);
        }

        if (named.Default == PurposeDefault.Off && !isTurnedOn)
        {
            return No(ContactReason.PurposeOff, named.Statements);
        }

        return history.Latest(PermissionUse.Processing, purpose, channel, at) switch
        {
            { Decision: PermissionDecision.Given } given => new(true, ContactReason.Given, given, named.Statements),
            { Decision: PermissionDecision.Refused } refused => new(false, ContactReason.Refused, refused, named.Statements),
            { Decision: PermissionDecision.Withdrawn } withdrawn => new(false, ContactReason.Withdrawn, withdrawn, named.Statements),
            _ when SilenceForbids(register, named, way) => No(ContactReason.SilenceForbids, [.. named.Statements, .. marketing.Statements]),
            _ => new(true, ContactReason.SilenceAllows, null, [.. named.Statements, .. marketing.Statements]),
        };
    }

    // Research by telephone or e-mail is no direct marketing, so the channel's law does not ask for consent first.
    private static bool SilenceForbids(Register register, Purpose purpose, MarketingChannel channel) =>
        purpose.Default == PurposeDefault.OptIn
        || PermissionPurposes.RestsOnConsentOnly(register, purpose)
        || (channel.Regime == MarketingRegime.OptIn
            && purpose.Nature is PurposeNature.DirectMarketing or PurposeNature.DistanceSelling or PurposeNature.AdTargeting);

    private static ContactAnswer No(ContactReason reason, IReadOnlyList<string> statements) => new(false, reason, null, statements);
}
