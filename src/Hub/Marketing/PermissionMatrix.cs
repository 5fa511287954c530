using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Lays a person's decisions out: every purpose by every channel, and disclosure by purpose.</summary>
internal static class PermissionMatrix
{
    /// <summary>The cells at a moment, in the order of the register's policy.</summary>
    public static IReadOnlyList<Permission> Of(
        Register register, PermissionHistory history, DateTimeOffset at, IReadOnlySet<string> turnedOn, Func<Purpose, bool> isRestricted)
    {
        var cells = new List<Permission>();
        foreach (var purpose in register.Purposes.Where(purpose => PermissionPurposes.IsDecidable(register, purpose)))
        {
            cells.AddRange(register.Pack.Marketing.Channels.Select(channel =>
            {
                var answer = ContactRules.Decide(
                    register, history, channel.Id, purpose.Id, at, turnedOn.Contains(purpose.Id), isRestricted(purpose));
                return new Permission
                {
                    Use = PermissionUse.Processing,
                    Purpose = purpose.Id,
                    Channel = channel.Id,
                    Regime = channel.Regime,
                    Allowed = answer.Allowed,
                    Reason = answer.Reason,
                    Decision = answer.Decision,
                };
            }));
            cells.Add(Said(history, PermissionUse.Disclosure, purpose.Id, purpose.Default is PurposeDefault.OptIn or PurposeDefault.Off, at));
        }

        if (register.Pack.Profiling.Identifier is not null)
        {
            cells.Add(Said(history, PermissionUse.Processing, PermissionPurposes.Combination, silenceForbids: false, at));
        }

        return cells;
    }

    private static Permission Said(PermissionHistory history, PermissionUse use, string purpose, bool silenceForbids, DateTimeOffset at)
    {
        var decision = history.Latest(use, purpose, null, at);
        return new()
        {
            Use = use,
            Purpose = purpose,
            Allowed = decision is null ? !silenceForbids : decision.Decision == PermissionDecision.Given,
            Reason = decision?.Decision switch
            {
                PermissionDecision.Given => ContactReason.Given,
                PermissionDecision.Refused => ContactReason.Refused,
                PermissionDecision.Withdrawn => ContactReason.Withdrawn,
                _ => silenceForbids ? ContactReason.SilenceForbids : ContactReason.SilenceAllows,
            },
            Decision = decision,
        };
    }
}
