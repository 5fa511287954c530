using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL.Disclosures;

/// <summary>What goes to others.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class DisclosureMutations
{
    /// <summary>Checks whether data may go to a recipient and records that it does; whatever forbids it is told at once, and audited.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="recipient">The recipient's id in the register's policy.</param>
    /// <param name="of">Whose data goes.</param>
    /// <param name="fields">What goes, as <c>recordType</c> or <c>recordType.field</c>: names, never values.</param>
    /// <param name="for">The id of the purpose that the recipient gets it for.</param>
    /// <param name="ground">The ground's id in the register's policy; left out where the recipient needs none.</param>
    /// <param name="details">What authorities, transfers of business and transfers to third countries need.</param>
    /// <param name="ledger">The room that decides.</param>
    /// <param name="context">Who discloses.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<DisclosureRefusedException>]
    public static async Task<Disclosure> DiscloseAsync(
        [ID] string register,
        [ID] string recipient,
        DisclosedInput of,
        IReadOnlyList<string> fields,
        [ID] string @for,
        [ID] string? ground,
        DisclosureDetailsInput? details,
        [Service] DisclosureLedger ledger,
        IResolverContext context,
        CancellationToken cancellationToken)
    {
        var order = new DisclosureOrder { Register = register, Recipient = recipient, Fields = fields, For = @for, Ground = ground };
        order = of.AddTo(order);
        order = details?.AddTo(order) ?? order;
        try
        {
            return await Refusals.AsErrorsAsync(() => ledger.DiscloseAsync(
                order, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken)).ConfigureAwait(false);
        }
        catch (DisclosureException refused)
        {
            throw new AggregateException(refused.Mistakes.Select(mistake => new DisclosureRefusedException(mistake)));
        }
    }
}
