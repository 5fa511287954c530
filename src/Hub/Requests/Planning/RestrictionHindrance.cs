using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Keeps from erasure for the controller's own need what the person wants kept (GDPR Art. 18(1)(b), (c)).</summary>
internal sealed class RestrictionHindrance(IdentityGraph graph, RestrictionBook book) : IErasureHindrance
{
    public async Task<IReadOnlyList<ErasureHindrance?>> OfAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken)
    {
        if (!content.Retention || targets.Count == 0)
        {
            return new ErasureHindrance?[targets.Count];
        }

        var inForce = await InForceAsync(register, file, cancellationToken).ConfigureAwait(false);
        return [.. targets.Select(target => inForce
            .SelectMany(restrictions => Covering(restrictions, file.Source, target))
            .Where(restriction => !AllowedUse.MayRetentionErase(restriction.Ground))
            .Select(restriction => Hindrance(restriction.Ground))
            .FirstOrDefault())];
    }

    // All identities of a task are one person's; after a separation some may be nobody's or another's.
    private async Task<IReadOnlyList<RestrictionsInForce>> InForceAsync(Register register, SourceFile file, CancellationToken cancellationToken)
    {
        var inForce = new Dictionary<Guid, RestrictionsInForce>();
        foreach (var identity in file.Identities)
        {
            if (await graph.FindAsync(register.Id, identity, cancellationToken).ConfigureAwait(false) is { } known && !inForce.ContainsKey(known.Id))
            {
                inForce[known.Id] = await book.InForceAsync(known, cancellationToken).ConfigureAwait(false);
            }
        }

        return [.. inForce.Values];
    }

    // A record goes with every field of it: one that is restricted keeps the record.
    private static IEnumerable<Restriction> Covering(RestrictionsInForce restrictions, Source source, RecordTarget target)
    {
        var type = source.FindRecordType(target.RecordType)!;
        return type.Fields.Where(field => target.Field is null || field.Name == target.Field)
            .SelectMany(field => restrictions.Covering(source, type, target.Key, field));
    }

    private static ErasureHindrance Hindrance(RestrictionGround ground) => new(
        Articles.Of(ground),
        ground == RestrictionGround.UnlawfulProcessing
            ? "The person wants it restricted instead of erased."
            : "The person needs it for legal claims.",
        "Lifting of the restriction");
}
