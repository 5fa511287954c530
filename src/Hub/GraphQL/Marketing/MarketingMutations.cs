using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Marketing;

namespace PersonalDataHub.Hub.GraphQL.Marketing;

/// <summary>What people allow and forbid, and the lists that are made of those who allow.</summary>
[MutationType]
[Authorize(Policies.Officer)]
public static class MarketingMutations
{
    /// <summary>Keeps a person's decision, obeys it at once and carries it to every source that keeps it (GDPR Art. 7(3), 21(2)).</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="registrant">Whose decision.</param>
    /// <param name="purpose">The id of the purpose, or <c>combination</c>: putting data together through the register's identifier.</param>
    /// <param name="channel">The id of the channel; left out for all of them.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="intake">The way in which it came, such as <c>service-point</c>.</param>
    /// <param name="use">Own use or disclosure.</param>
    /// <param name="textVersion">The version of the text that the person was shown, for a permission that counts only so.</param>
    /// <param name="at">When the person decided; left out for now.</param>
    /// <param name="language">The language of what is told in answer: <c>fi</c> or <c>en</c>.</param>
    /// <param name="permissions">The room that keeps it.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Authorize(Policies.Person)]
    [Error<PermissionRefusedException>]
    public static Task<KeptPermission> SetMarketingPermissionAsync(
        [ID] string register,
        RegistrantKeyInput registrant,
        [ID] string purpose,
        [ID] string? channel,
        PermissionDecision decision,
        string intake,
        [DefaultValue(PermissionUse.Processing)] PermissionUse? use,
        string? textVersion,
        DateTimeOffset? at,
        [DefaultValue("fi")] string language,
        [Service] MarketingPermissions permissions,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        TypedAsync(() => permissions.SetAsync(
            new()
            {
                Register = register,
                Registrant = registrant.ToKey(),
                Use = use ?? PermissionUse.Processing,
                Purpose = purpose,
                Channel = channel,
                Decision = decision,
                Intake = intake,
                TextVersion = textVersion,
                At = at,
                Language = language,
            },
            PurposeGate.PurposeOf(context),
            PurposeGate.CallerOf(context),
            cancellationToken));

    /// <summary>Turns a purpose on that is off by default, such as publication, or off again.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="purpose">The purpose's id.</param>
    /// <param name="on">On or off.</param>
    /// <param name="reason">Why; no personal data.</param>
    /// <param name="switches">The room that keeps it.</param>
    /// <param name="context">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<PermissionRefusedException>]
    public static Task<TurnedPurpose> TurnPurposeAsync(
        [ID] string register,
        [ID] string purpose,
        bool on,
        string reason,
        [Service] PurposeSwitches switches,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        TypedAsync(async () =>
        {
            await switches.TurnAsync(register, purpose, on, reason, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken)
                .ConfigureAwait(false);
            return new TurnedPurpose(purpose, on);
        });

    /// <summary>Makes a page of address labels of those who may be on the list: name and postal address, nothing else.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="for">What the list is for; left out for the register's publication.</param>
    /// <param name="first">How many persons are looked at, 1 to 1,000.</param>
    /// <param name="after">What the page before gave under <c>next</c>.</param>
    /// <param name="labels">The room that makes them.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Error<PermissionRefusedException>]
    public static Task<AddressLabelPage> ExportAddressLabelsAsync(
        [ID] string register,
        [ID] string? @for,
        [DefaultValue(100)] int first,
        string? after,
        [Service] AddressLabels labels,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        TypedAsync(() => labels.ExportAsync(
            register, @for, first, after, PurposeGate.PurposeOf(context), PurposeGate.CallerOf(context), cancellationToken));

    private static async Task<T> TypedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await Refusals.AsErrorsAsync(work).ConfigureAwait(false);
        }
        catch (PermissionException refused)
        {
            throw new AggregateException(refused.Mistakes.Select(mistake => new PermissionRefusedException(mistake)));
        }
    }
}
