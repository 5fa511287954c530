using System.Text;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Makes lists of address labels page by page: name and postal address of those who may be on them, nothing else.</summary>
/// <remarks>The primary source says whom it holds; nobody is remembered for having been looked at. Each page is audited with its count.</remarks>
public sealed class AddressLabels
{
    /// <summary>The most persons that a page looks at.</summary>
    public const int LargestPage = 1000;

    private const string TokenSeal = "address-labels/1";

    private readonly CatalogHolder catalogs;
    private readonly SourceInvoker invoker;
    private readonly IdentityGraph graph;
    private readonly PermissionBook book;
    private readonly RestrictionBook restrictions;
    private readonly OpaqueIds ids;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal AddressLabels(
        CatalogHolder catalogs,
        SourceInvoker invoker,
        IdentityGraph graph,
        PermissionBook book,
        RestrictionBook restrictions,
        OpaqueIds ids,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.invoker, this.graph, this.book) = (catalogs, invoker, graph, book);
        (this.restrictions, this.ids, this.audit, this.clock) = (restrictions, ids, audit, clock);
    }

    /// <summary>A page of the list.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="listPurpose">What the list is for: a purpose of marketing or publication; null for the register's publication.</param>
    /// <param name="first">How many persons are looked at, 1 to 1,000.</param>
    /// <param name="after">What the page before gave; null for the first.</param>
    /// <param name="purpose">The purpose under which the caller works.</param>
    /// <param name="caller">A data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="PermissionException">There may be no such list, or the source cannot say whom it holds.</exception>
    public async Task<AddressLabelPage> ExportAsync(
        string register, string? listPurpose, int first, string? after, string purpose, Caller caller, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var of = MarketingAccess.OfficersRegisterOf(lease.Catalog, register, caller);
        var scope = await audit.BeginAsync(
            new() { Actor = caller.Name, Role = caller.Role, Register = of.Id, Purpose = purpose, Operation = "exportAddressLabels" },
            cancellationToken).ConfigureAwait(false);
        try
        {
            var named = await PurposeOfAsync(of, listPurpose, first, cancellationToken).ConfigureAwait(false);
            var page = await PageAsync(lease.Catalog, of, named, first, after, cancellationToken).ConfigureAwait(false);
            await scope.CompleteAsync(
                new() { Outcome = $"{named.Id}: {page.LeftOut.Sum(one => one.Persons)} left out", Records = page.Labels.Count }, cancellationToken)
                .ConfigureAwait(false);
            return page;
        }
        catch (PermissionException refused)
        {
            await scope.CompleteAsync(new() { Outcome = $"refused: {refused.Mistakes[0].Code}" }, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Purpose> PurposeOfAsync(Register register, string? named, int first, CancellationToken cancellationToken)
    {
        var marketing = register.Pack.Marketing;
        if (first is < 1 or > LargestPage)
        {
            throw new PermissionException("PAGE_OUT_OF_RANGE", $"'first' is from 1 to {LargestPage}.", "first");
        }

        if ((named ?? marketing.Publication) is not { } id || register.FindPurpose(id) is not { } purpose
            || !(marketing.Purposes.Contains(id) || marketing.Publication == id))
        {
            throw new PermissionException(
                "NOT_A_LIST_PURPOSE", "The register's notice provides for no such list: name one of its purposes of marketing or publication.", named);
        }

        return purpose.Default != PurposeDefault.Off
            || await book.IsTurnedOnAsync(register.Id, id, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)
                ? purpose
                : throw new PermissionException("PURPOSE_OFF", $"'{id}' is off until the controller turns it on: turnPurpose.", id);
    }

    private async Task<AddressLabelPage> PageAsync(
        ConnectorCatalog catalog, Register register, Purpose purpose, int first, string? after, CancellationToken cancellationToken)
    {
        var token = after is null ? null
            : ids.TryOpen(TokenSeal, after, out var bytes) ? Encoding.UTF8.GetString(bytes)
            : throw new PermissionException("MALFORMED", "'after' is not what a page of labels gave.", "after");
        var sources = RegistrantIdentification.SourcesOf(catalog, register);
        var primary = sources.FirstOrDefault(source => source.Id == register.PrimarySource && source.Supports(Ability.Population))
            ?? throw new PermissionException("NO_POPULATION", "The register's primary source cannot say whom it holds; a list cannot be made.");
        var call = await invoker.ReadPopulationAsync(primary, new() { PageSize = first, PageToken = token }, cancellationToken).ConfigureAwait(false);
        var population = call.Value ?? throw new PermissionException("NOT_REACHED", "The register's primary source did not answer. Try again when it does.");
        var labels = new List<AddressLabel>();
        var reasons = new List<LeftOutReason>();
        foreach (var identity in population.Identities)
        {
            var (label, reason) = await LabelAsync(register, purpose, sources, identity, cancellationToken).ConfigureAwait(false);
            if (label is not null)
            {
                labels.Add(label);
            }

            reasons.AddRange(reason is { } left ? [left] : Array.Empty<LeftOutReason>());
        }

        return new(
            labels,
            [.. reasons.GroupBy(reason => reason).OrderBy(same => same.Key).Select(same => new LeftOut(same.Key, same.Count()))],
            population.NextPageToken is { } next ? ids.Seal(TokenSeal, Encoding.UTF8.GetBytes(next)) : null);
    }

    private async Task<(AddressLabel? Label, LeftOutReason? Reason)> LabelAsync(
        Register register, Purpose purpose, IReadOnlyList<Source> sources, SubjectIdentity identity, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var history = PermissionHistory.Empty;
        if (await graph.FindAsync(register.Id, identity, cancellationToken).ConfigureAwait(false) is { } known)
        {
            history = await book.HistoryAsync(known, cancellationToken).ConfigureAwait(false);
            var inForce = await restrictions.InForceAsync(known, cancellationToken).ConfigureAwait(false);
            if (PersonPermissions.IsRestricted(inForce, purpose))
            {
                return (null, LeftOutReason.Restricted);
            }
        }

        if (await new LabelReader(invoker).ReadAsync(sources, identity, cancellationToken).ConfigureAwait(false) is not { } records)
        {
            return (null, LeftOutReason.NotReached);
        }

        history = history.With(records.Where(one => one.Type.Name == SourceFlag.RecordTypeName)
            .Select(one => SourcePermissions.FlagOf(register, one.Source, one.Record)).OfType<SourceFlag>().SelectMany(flag => flag.Events()));
        return LabelRules.LeaveOut(register, history, purpose, now) is { } reason ? (null, reason)
            : records.Any(one => one.Record.Restricted) ? (null, LeftOutReason.Restricted)
            : LabelReader.IsProtected(records) ? (null, LeftOutReason.ProtectedAddress)
            : LabelReader.LabelOf(records) is { } label ? (label, null)
            : (null, LeftOutReason.NoAddress);
    }
}
