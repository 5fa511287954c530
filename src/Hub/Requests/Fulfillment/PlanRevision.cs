using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Puts one source's new share into a plan.</summary>
internal static class PlanRevision
{
    /// <summary>The plan with the source's items replaced; its hash binds the old plan and the new share.</summary>
    public static Plan Of(Plan plan, string source, IReadOnlyList<PlannedItem> share, IReadOnlyList<ErasureBlocker> blockers)
    {
        var items = PlanItems.Of(new PlannedTask { Source = source, Identities = [], Items = share, After = [] });
        var revised = plan with
        {
            Items = [.. plan.Items.Where(item => item.Source != source), .. items],
            Blockers = [.. plan.Blockers.Select(old => blockers.FirstOrDefault(one => one.Rule == old.Rule) ?? old), .. blockers.ExceptBy(plan.Blockers.Select(old => old.Rule), one => one.Rule)],
            NotReached = [.. plan.NotReached.Where(missing => missing.Source != source)],
        };

        // The old hash is part of what is hashed.
        var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(revised, RequestJson.Default.Plan));
        return revised with { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
    }
}
