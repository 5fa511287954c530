using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Keeps what people decided about the use of their data, and which purposes the controller turned on.</summary>
internal sealed class PermissionBook(IDbContextFactory<HubDbContext> contexts, TimeProvider clock)
{
    /// <summary>What a registrant has decided, those from before it became one with another included.</summary>
    public async Task<PermissionHistory> HistoryAsync(KnownRegistrant registrant, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. registrant.Ids.Append(registrant.Id).Distinct()];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Permissions.AsNoTracking()
            .Where(row => row.Register == registrant.Register && ids.Contains(row.RegistrantId))
            .OrderBy(row => row.Key)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(rows.Select(EventOf));
    }

    /// <summary>Keeps a decision, within a unit of the write gate.</summary>
    public PermissionEvent Add(HubDbContext db, Register register, Guid registrantId, PermissionEvent decided, string by)
    {
        var now = clock.GetUtcNow();
        var under = NoticeInForce.Of(register, now);
        var row = new PermissionRow
        {
            Id = Guid.NewGuid(),
            Register = register.Id,
            RegistrantId = registrantId,
            Use = decided.Use,
            Purpose = decided.Purpose,
            Channel = decided.Channel,
            Decision = decided.Decision,
            At = decided.At,
            Intake = decided.Intake ?? string.Empty,
            TextVersion = decided.TextVersion,
            PackVersion = under.PackVersion,
            Notice = under.Notice,
            RecordedBy = by,
            RecordedAt = now,
        };
        db.Permissions.Add(row);
        return EventOf(row);
    }

    /// <summary>Whether a purpose that is off by default was turned on by the controller at a moment.</summary>
    public async Task<bool> IsTurnedOnAsync(string register, string purpose, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.PurposeSwitches.AsNoTracking()
            .Where(row => row.Register == register && row.Purpose == purpose && row.At <= at)
            .OrderByDescending(row => row.Key)
            .Select(row => row.IsOn)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    private static PermissionEvent EventOf(PermissionRow row) => new()
    {
        Id = row.Id,
        Use = row.Use,
        Purpose = row.Purpose,
        Channel = row.Channel,
        Decision = row.Decision,
        At = row.At,
        Intake = row.Intake,
        TextVersion = row.TextVersion,
        PackVersion = row.PackVersion,
        Notice = row.Notice,
        RecordedBy = row.RecordedBy,
    };
}
