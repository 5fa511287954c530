using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Retention.HandOvers;

/// <summary>Opens hand-overs that rules demand, and raises the alarm about those without a receipt.</summary>
internal sealed partial class HandOverStore(
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    AuditTrail audit,
    RetentionOptions options,
    TimeProvider clock,
    ILogger<HandOverStore> log)
{
    /// <summary>Opens a hand-over; one that is open already for the same rule and end stays as it is.</summary>
    public Task OpenAsync(
        Register register, Guid registrant, string recipient, string rule, DateOnly since, DateOnly eraseFrom, CancellationToken cancellationToken) =>
        gate.WriteAsync(
            async (db, ct) =>
            {
                if (await db.HandOvers.AnyAsync(
                    row => row.Register == register.Id && row.RegistrantId == registrant && row.Recipient == recipient && row.Rule == rule && row.Since == since, ct).ConfigureAwait(false))
                {
                    return;
                }

                var row = new HandOverRow
                {
                    Id = Guid.NewGuid(),
                    Register = register.Id,
                    RegistrantId = registrant,
                    Recipient = recipient,
                    Rule = rule,
                    Since = since,
                    EraseFrom = eraseFrom,
                    AlarmOn = since.AddDays(options.ReceiptAlarmAfterDays),
                };
                db.HandOvers.Add(row);
                await db.SaveChangesAsync(ct).ConfigureAwait(false);
                await RecordAsync(db, row, RetentionAccess.PurposeOf(register), "openHandOver", "awaitingTransfer", ct).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Raises the alarm, once, about every hand-over of a register whose receipt is late.</summary>
    /// <returns>How many are without a receipt after their day, told of before or not.</returns>
    public async Task<int> AlarmAsync(Register register, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var raised = await gate.WriteAsync(
            async (db, ct) =>
            {
                var late = await db.HandOvers
                    .Where(row => row.Register == register.Id && row.ReceiptAt == null && row.AlarmedAt == null && row.AlarmOn <= today)
                    .ToListAsync(ct).ConfigureAwait(false);
                foreach (var row in late)
                {
                    row.AlarmedAt = clock.GetUtcNow();
                    await RecordAsync(db, row, RetentionAccess.PurposeOf(register), "handOverAlarm", "noReceipt", ct).ConfigureAwait(false);
                }

                return late.ConvertAll(row => row.Id);
            },
            cancellationToken).ConfigureAwait(false);
        raised.ForEach(id => LogNoReceipt(log, register.Id, id));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.HandOvers.CountAsync(row => row.Register == register.Id && row.ReceiptAt == null && row.AlarmOn <= today, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Whether a recipient has confirmed receipt of what one of these registrants left when the relationship ended.</summary>
    public async Task<bool> IsConfirmedAsync(
        string register, IReadOnlyList<Guid> registrants, string recipient, DateOnly ended, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.HandOvers.AnyAsync(
            row => row.Register == register && registrants.Contains(row.RegistrantId) && row.Recipient == recipient && row.Since >= ended && row.ReceiptAt != null,
            cancellationToken).ConfigureAwait(false);
    }

    private Task<Guid> RecordAsync(
        HubDbContext db, HandOverRow row, string purpose, string operation, string outcome, CancellationToken cancellationToken) => audit.RecordAsync(
        db,
        new()
        {
            Actor = RetentionAccess.Hub.Name,
            Role = RetentionAccess.Hub.Name,
            Register = row.Register,
            Purpose = purpose,
            Operation = operation,
            RegistrantToken = audit.TokenOf(row.Register, row.RegistrantId),
            RequestId = row.Id.ToString(),
        },
        new() { Outcome = outcome },
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Register {Register}: the recipient of hand-over {HandOver} has not confirmed receipt; nothing of it is erased. Look at 'handOvers(alarm: true)'.")]
    private static partial void LogNoReceipt(ILogger log, string register, Guid handOver);
}
