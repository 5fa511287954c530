using System.Text.RegularExpressions;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>What a decision needs before it is kept. Taking back never needs more than giving (GDPR Art. 7(3)).</summary>
internal static partial class PermissionChecks
{
    private static readonly TimeSpan clockDifference = TimeSpan.FromMinutes(5);

    /// <summary>Every mistake, none when it may be kept.</summary>
    public static IEnumerable<PermissionMistake> Of(Register register, PermissionOrder order, DateTimeOffset now)
    {
        var marketing = register.Pack.Marketing;
        var purpose = register.FindPurpose(order.Purpose);
        if (order.Purpose != PermissionPurposes.Combination || register.Pack.Profiling.Identifier is null)
        {
            if (purpose is null)
            {
                yield return new("UNKNOWN_PURPOSE", $"The register has no purpose '{order.Purpose}'.", order.Purpose, []);
            }
            else if (!PermissionPurposes.IsDecidable(register, purpose))
            {
                yield return new(
                    "NOT_DECIDABLE",
                    $"'{purpose.Id}' belongs to the customer relationship and cannot be allowed or forbidden by itself; messages of the service go on.",
                    purpose.Id,
                    [.. purpose.Statements, .. marketing.Statements]);
            }
        }

        var channel = marketing.Channels.FirstOrDefault(one => one.Id == order.Channel);
        if (order.Channel is not null && channel is null)
        {
            yield return new(
                "UNKNOWN_CHANNEL",
                $"The register has no channel '{order.Channel}'; it has: {string.Join(", ", marketing.Channels.Select(one => one.Id))}.",
                order.Channel,
                marketing.Statements);
        }

        if (!Id().IsMatch(order.Intake))
        {
            yield return new("MALFORMED", "Say under 'intake' how it came, in lower case with hyphens, such as service-point.", "intake", []);
        }

        if (order.At > now + clockDifference)
        {
            yield return new("MALFORMED", "'at' lies in the future; give when the person decided.", "at", []);
        }

        if (order.Decision == PermissionDecision.Given && string.IsNullOrWhiteSpace(order.TextVersion) && NeedsText(register, purpose, channel))
        {
            yield return new("TEXT_MISSING", "Say under 'textVersion' which text the person agreed to: consent counts only for what was shown.", "textVersion", []);
        }
    }

    private static bool NeedsText(Register register, Purpose? purpose, MarketingChannel? channel) =>
        channel?.Regime == MarketingRegime.OptIn
        || purpose is { Default: PurposeDefault.OptIn }
        || (purpose is not null && PermissionPurposes.RestsOnConsentOnly(register, purpose));

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
