using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Who may be on a list of address labels.</summary>
internal static class LabelRules
{
    /// <summary>The channel that labels are for.</summary>
    public const string Channel = "post";

    /// <summary>Why somebody may not be on it; null when the person may.</summary>
    /// <remarks>A list serves direct marketing too: a prohibition of either keeps the person off it.</remarks>
    public static LeftOutReason? LeaveOut(Register register, PermissionHistory history, Purpose purpose, DateTimeOffset at)
    {
        string[] purposes =
        [
            purpose.Id,
            .. register.Purposes.Where(one => one.Nature is PurposeNature.Publication or PurposeNature.DirectMarketing).Select(one => one.Id),
        ];
        if (purposes.Any(one => history.IsForbidden(PermissionUse.Processing, one, Channel, at)
            || history.IsForbidden(PermissionUse.Disclosure, one, Channel, at)))
        {
            return LeftOutReason.Forbidden;
        }

        var regime = register.Pack.Marketing.Channels.FirstOrDefault(channel => channel.Id == Channel)?.Regime;
        var needed = purpose.Default == PurposeDefault.OptIn || regime == MarketingRegime.OptIn
            || PermissionPurposes.RestsOnConsentOnly(register, purpose);
        return needed && !history.IsGiven(PermissionUse.Processing, purpose.Id, Channel, at) ? LeftOutReason.NoPermission : null;
    }
}
