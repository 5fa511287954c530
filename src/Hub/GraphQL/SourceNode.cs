using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>One configured system of record of a register.</summary>
[GraphQLName("Source")]
[Authorize(Policies.Caller)]
public sealed class SourceNode(Source source)
{
    /// <summary>Its id within the register.</summary>
    [ID]
    public string Id => source.Id;

    /// <summary>The id of the register it belongs to.</summary>
    [ID]
    public string Register => source.Register;

    /// <summary>What people call it.</summary>
    public string Name => source.Name;

    /// <summary>The connector that serves it.</summary>
    [ID]
    public string? Connector => source.ConnectorId;

    /// <summary>Whether it can be asked.</summary>
    public SourceState State => source.State;

    /// <summary>Why it cannot be asked.</summary>
    public string? Reason => source.Reason;

    /// <summary>Whether calls are being refused because too many failed.</summary>
    public BreakerState Breaker => source.Breaker;

    /// <summary>How old its answers can be.</summary>
    public TimeSpan Freshness => source.Descriptor?.Freshness ?? TimeSpan.Zero;

    /// <summary>The names of the record types it holds, as last known.</summary>
    public IReadOnlyList<string> RecordTypes => [.. source.Descriptor?.RecordTypes.Select(type => type.Name) ?? []];

    /// <summary>The kinds of identity by which it finds people.</summary>
    public IReadOnlyList<string> Accepts => [.. source.Descriptor?.Accepts.Select(accepted => accepted.Kind).Distinct() ?? []];

    /// <summary>What it can do beyond being read.</summary>
    public IReadOnlyList<Ability> Abilities => [.. source.Descriptor?.Abilities.Select(described => described.Ability).Distinct() ?? []];

    /// <summary>Where its data lies, as ISO 3166-1 alpha-2 code; null for the controller's own country.</summary>
    public string? Country => source.Stewardship.Country;

    /// <summary>On what a transfer of its data outside the EEA rests (GDPR Art. 45-49).</summary>
    public string? TransferMechanism => source.Stewardship.TransferMechanism;

    /// <summary>Why its data has to lie there.</summary>
    public string? TransferReason => source.Stewardship.TransferReason;

    /// <summary>Who runs it.</summary>
    public SourceOperator Operator => source.Stewardship.Operator;

    /// <summary>What it is kept on.</summary>
    public SourceMedium Medium => source.Stewardship.Medium;

    /// <summary>Who looks after it, where that is not the controller's contact.</summary>
    public SourceKeeper? Keeper => source.Stewardship.Keeper;

    /// <summary>The address of the privacy notice of the third party that runs it.</summary>
    public string? ThirdPartyNotice => source.Stewardship.ThirdPartyNotice;

    /// <summary>What the registrant can set outside the controller.</summary>
    public IReadOnlyList<ExternalControl> ExternalControls => source.Stewardship.ExternalControls;

    /// <summary>Whether it holds numbers about many people and nothing about a single one.</summary>
    public bool AggregateOnly => source.HoldsAggregatesOnly;

    /// <summary>Asks the source for its numbers about many people; small ones are put together so that they point at nobody.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="invoker">The one caller of plugins.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Cost(10)]
    public async Task<SourceStatistics?> StatisticsAsync(
        DateOnly from, DateOnly to, [Service] SourceInvoker invoker, CancellationToken cancellationToken)
    {
        if (!source.Supports(Ability.Statistics))
        {
            return null;
        }

        if (to < from)
        {
            throw new GraphQLException("'to' is before 'from'.", "SPAN_OUT_OF_RANGE");
        }

        var call = await invoker.ReadStatisticsAsync(source, new(from, to), cancellationToken).ConfigureAwait(false);
        return new(call.Value?.Rows ?? [], call.Value?.SmallestNumber, call.Value?.AsOf, call.Failure);
    }

    /// <summary>Asks the source whether it is fit to be used.</summary>
    /// <param name="invoker">The one caller of plugins.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Cost(10)]
    public async Task<SourceCheck> CheckAsync([Service] SourceInvoker invoker, CancellationToken cancellationToken)
    {
        var call = await invoker.CheckAsync(source, cancellationToken).ConfigureAwait(false);
        return new(
            call.Value is { Failure: null },
            call.Failure ?? call.Value?.Failure,
            call.Value?.Remarks ?? [],
            call.Duration);
    }
}
