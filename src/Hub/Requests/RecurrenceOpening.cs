using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>
/// Opens, for erased data that came back, an erasure of it at that source, for a person to approve; twice. What comes back a
/// third time is not helped by erasing it again: a person finds out why.
/// </summary>
internal sealed partial class RecurrenceOpening(
    CatalogHolder catalogs,
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    RequestPlanning planning,
    RequestFingerprint fingerprint,
    RequestFiling filing,
    RequestWaking waking,
    RecurrenceQueue queue,
    AuditTrail audit,
    TimeProvider clock,
    ILogger<RecurrenceOpening> log) : BackgroundService
{
    private const int OpenedByItself = 2;

    /// <summary>Opens it; null when one is open, somebody has withdrawn one, it came back too often, or nothing is held there after all.</summary>
    public async Task<Guid?> OpenAsync(Recurrence seen, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var erasure = await FirstAsync(db, seen.Erasure, cancellationToken).ConfigureAwait(false);
        seen = seen with { Erasure = erasure?.Id ?? seen.Erasure };
        var earlier = await db.Requests.AsNoTracking()
            .Where(row => row.RecurrenceOf == seen.Erasure && row.RecurrenceSource == seen.Source)
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // Who withdrew a recurrence has said that the data is there rightly, such as that of a returning customer.
        if (erasure is null || lease.Catalog.FindRegister(seen.Register) is not { } register
            || earlier.Exists(row => row.EndedAt is null || row.Status is RequestStatus.Withdrawn or RequestStatus.Refused))
        {
            return null;
        }

        if (earlier.Count >= OpenedByItself)
        {
            await LeaveToPersonAsync(seen, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var header = HeaderOf(seen, erasure, earlier.Count);
        var content = new ErasureContent(new Scope.All(), Enum.Parse<ErasureGround>(erasure.Ground!)).From(erasure.Channel);
        var holding = new HashSet<string>(StringComparer.Ordinal);
        var planned = await planning.PlanAsync(
            lease.Catalog, register, header.Registrant, content, RequestPlanning.DefaultWait, OnlyThere, cancellationToken).ConfigureAwait(false);
        var asked = new NewRequest
        {
            // Whatever policy says of requests that somebody made: nobody has asked for this one.
            Register = register with { Requests = register.Requests with { ApproveErasure = ApprovalRule.Required } },
            Header = header,
            Content = content,
            Fingerprint = fingerprint.Of(header, content),
            Planned = planned,
            RequestedBy = FulfillmentAudit.Hub,
            RequestedRole = FulfillmentAudit.Hub,
            RecurrenceOf = seen.Erasure,
            RecurrenceSource = seen.Source,
            RecurrenceFeeder = Feeders.Likeliest(lease.Catalog, seen.Register, seen.Source, holding),
        };
        var (row, wake) = await gate.WriteAsync((unit, ct) => filing.FileAsync(unit, asked, ct), cancellationToken).ConfigureAwait(false);
        await waking.AfterAsync(row.Id, wake).ConfigureAwait(false);
        return row.Id;

        RegistrantFile OnlyThere(RegistrantFile file)
        {
            holding.UnionWith(file.Sources.Where(one => one.Records.Count > 0).Select(one => one.Source.Id));
            return file with { Sources = [.. file.Sources.Where(one => one.Source.Id == seen.Source)] };
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = await queue.NextAsync(stoppingToken).ConfigureAwait(false);
            try
            {
                await OpenAsync(seen, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                // The next search that finds it begins anew; a second hub may have been quicker.
                LogNotOpened(log, seen.Erasure, seen.Source, cause.GetType().Name);
            }
        }
    }

    // What a recurrence erased is watched for too; all of it counts as the return of what was erased first.
    private static async Task<RequestRow?> FirstAsync(HubDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return found?.RecurrenceOf is { } earlier ? await FirstAsync(db, earlier, cancellationToken).ConfigureAwait(false) : found;
    }

    // Told once, on the erasure itself.
    private async Task LeaveToPersonAsync(Recurrence seen, CancellationToken cancellationToken)
    {
        var reason = $"What was erased is at '{seen.Source}' for the third time. Find out what brings it back before it is erased again: nothing more is opened by itself.";
        var told = await gate.WriteAsync(
            async (db, ct) =>
            {
                var erasure = await db.Requests.SingleAsync(row => row.Id == seen.Erasure, ct).ConfigureAwait(false);
                if (erasure.Reason == reason)
                {
                    return false;
                }

                erasure.Reason = reason;
                await audit.RecordAsync(
                    db, FulfillmentAudit.IntentOf(audit, erasure, "leaveRecurrence", [seen.Source]), new AuditOutcome { Outcome = "needsPerson" }, ct)
                    .ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        if (told)
        {
            LogLeft(log, seen.Erasure, seen.Source);
        }
    }

    private RequestHeader HeaderOf(Recurrence seen, RequestRow erasure, int number) => new()
    {
        Register = seen.Register,
        ClientRequestKey = $"recurrence:{seen.Erasure:N}:{seen.Source}:{number + 1}",
        Registrant = seen.Identity is { } known
            ? new RegistrantKey.ByIdentity(known.Kind, known.Value, known.Issuer)
            : new RegistrantKey.ById(seen.RegistrantId),
        ReceivedAt = clock.GetUtcNow(),
        Channel = Channel.Internal,
        Purpose = erasure.Purpose,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Data erased by {Erasure} is at {Source} for the third time; a person finds out why.")]
    private static partial void LogLeft(ILogger log, Guid erasure, string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Data erased by {Erasure} is back at {Source}, but no request could be opened: {Failure}")]
    private static partial void LogNotOpened(ILogger log, Guid erasure, string source, string failure);
}
