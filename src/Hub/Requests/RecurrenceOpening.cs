using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Opens, for erased data that came back, an erasure of it at that source, for a person to approve.</summary>
internal sealed partial class RecurrenceOpening(
    CatalogHolder catalogs,
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    RequestPlanning planning,
    RequestFingerprint fingerprint,
    RequestFiling filing,
    RequestWaking waking,
    RecurrenceQueue queue,
    TimeProvider clock,
    ILogger<RecurrenceOpening> log) : BackgroundService
{
    /// <summary>Opens it; null when one is open, somebody has withdrawn one, or nothing is held there after all.</summary>
    public async Task<Guid?> OpenAsync(Recurrence seen, CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var erasure = await db.Requests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == seen.Erasure, cancellationToken).ConfigureAwait(false);
        var earlier = await db.Requests.AsNoTracking()
            .Where(row => row.RecurrenceOf == seen.Erasure && row.RecurrenceSource == seen.Source)
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // Who withdrew a recurrence has said that the data is there rightly, such as that of a returning customer.
        if (erasure is null || lease.Catalog.FindRegister(seen.Register) is not { } register
            || earlier.Exists(row => row.EndedAt is null || row.Status is RequestStatus.Withdrawn or RequestStatus.Refused))
        {
            return null;
        }

        var header = HeaderOf(seen, erasure, earlier.Count);
        var content = new ErasureContent(new Scope.All(), Enum.Parse<ErasureGround>(erasure.Ground!)).From(erasure.Channel);
        var planned = await planning.PlanAsync(
            lease.Catalog, register, header.Registrant, content, RequestPlanning.DefaultWait, seen.Source, cancellationToken).ConfigureAwait(false);
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
        };
        var (row, wake) = await gate.WriteAsync((unit, ct) => filing.FileAsync(unit, asked, ct), cancellationToken).ConfigureAwait(false);
        await waking.AfterAsync(row.Id, wake).ConfigureAwait(false);
        return row.Id;
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

    private RequestHeader HeaderOf(Recurrence seen, RequestRow erasure, int number) => new()
    {
        Register = seen.Register,
        ClientRequestKey = $"recurrence:{seen.Erasure:N}:{seen.Source}:{number + 1}",
        Registrant = new RegistrantKey.ById(seen.RegistrantId),
        ReceivedAt = clock.GetUtcNow(),
        Channel = Channel.Internal,
        Purpose = erasure.Purpose,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Data erased by {Erasure} is back at {Source}, but no request could be opened: {Failure}")]
    private static partial void LogNotOpened(ILogger log, Guid erasure, string source, string failure);
}
