using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>How erasure blockers stand while a request is carried out, asked by all that the hub still knows of the person.</summary>
internal sealed class LiveBlockers(BlockerReader reader, RequestIdentities identities, KnownIdentityKinds kinds)
{
    /// <summary>Those of the register's blockers that may keep something at the source; none for what is no erasure.</summary>
    public async Task<IReadOnlyList<ErasureBlocker>> ReadAsync(
        ConnectorCatalog catalog, Register register, Source source, TaskWork work, CancellationToken cancellationToken)
    {
        if (work.Request.Kind != DataSubjectRequestKind.Erasure)
        {
            return [];
        }

        var rules = register.Pack.Blockers.Where(rule => BlockerCoverage.Touches(register, rule, source)).ToList();
        return await ReadAsync(catalog, register, rules, work.Request, cancellationToken);
    }

    /// <summary>How these rules stand for a request's person.</summary>
    public async Task<IReadOnlyList<ErasureBlocker>> ReadAsync(
        ConnectorCatalog catalog,
        Register register,
        IReadOnlyList<BlockerRule> rules,
        RequestRow request,
        CancellationToken cancellationToken)
    {
        if (!rules.Any(rule => rule.Fact is not null))
        {
            return await reader.ReadAsync(rules, [], _ => null, cancellationToken);
        }

        var (known, bySource) = await identities.OfAsync(request, cancellationToken);
        return await reader.ReadAsync(rules, [.. catalog.SourcesOf(register.Id)], At, cancellationToken);

        // A source is asked by the identities by which its task was planned. Of one without a task it was certain that it
        // holds nothing; of one with a task and no identity nothing is.
        IReadOnlyList<SubjectIdentity>? At(Source source) =>
            bySource.GetValueOrDefault(source.Id) is { Count: > 0 } planned ? planned : NowAt(source);

        IReadOnlyList<SubjectIdentity>? NowAt(Source source)
        {
            var found = Asking.IdentitiesFor(source, known, kinds);
            return found.Count > 0 || !bySource.ContainsKey(source.Id) ? found : null;
        }
    }

    /// <summary>
    /// Why it is not known whether to go on: what was to be erased would be kept by blockers of which nobody could tell.
    /// Null when all that differs is known.
    /// </summary>
    public static SourceFailure? NotTold(IReadOnlyList<WorkItem> approved, IReadOnlyList<PlannedItem> now, IReadOnlyList<ErasureBlocker> standing)
    {
        var silent = standing.Where(blocker => blocker.State == BlockerState.NotKnown).ToDictionary(blocker => blocker.Rule, StringComparer.Ordinal);
        var before = approved.SelectMany(item => item.Blockers).ToHashSet(StringComparer.Ordinal);
        return now.SelectMany(item => item.Blockers).Distinct().Where(rule => !before.Contains(rule))
            .Select(rule => silent.GetValueOrDefault(rule)).FirstOrDefault(blocker => blocker is not null) is { } found
            ? new(FailureKind.Transient, $"{found.Name}: not known. {found.NotKnownBecause}")
            : null;
    }
}
