using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Retention.Holds;

/// <summary>Keeps from every erasure what a legal hold covers (GDPR Art. 17(3)(e)).</summary>
internal sealed class HoldHindrance(IDbContextFactory<HubDbContext> contexts, PersonFinding persons, TimeProvider clock) : IErasureHindrance
{
    private const string Article = "GDPR Art. 17(3)(e)";

    public async Task<IReadOnlyList<ErasureHindrance?>> OfAsync(
        Register register, SourceFile file, ErasureContent content, IReadOnlyList<RecordTarget> targets, CancellationToken cancellationToken)
    {
        if (targets.Count == 0 || await InForceAsync(register, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } holds)
        {
            return new ErasureHindrance?[targets.Count];
        }

        var ids = await persons.IdsOfAsync(register, file, cancellationToken).ConfigureAwait(false);
        holds.RemoveAll(hold => hold.RegistrantId is { } id && !ids.Contains(id));
        return [.. targets.Select(target => holds.Find(hold => Covers(hold, file.Source.FindRecordType(target.RecordType)!, target)) is { } hold ? Of(hold) : null)];
    }

    private async Task<List<LegalHoldRow>> InForceAsync(Register register, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.LegalHolds.AsNoTracking()
            .Where(row => row.Register == register.Id && row.LiftedAt == null && row.From <= today && (row.Until == null || row.Until >= today))
            .OrderBy(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    // A record goes with every field of it: a hold on one keeps the record.
    private static bool Covers(LegalHoldRow hold, RecordType type, RecordTarget target)
    {
        var (categories, fields) = (Words(hold.Categories), Words(hold.Fields));
        return type.Fields.Where(field => target.Field is null || field.Name == target.Field)
            .Any(field => RuleCoverage.Covers(categories, fields, field.Category ?? type.Category, type.Name, field.Name));
    }

    // Without the reason: plans are stored as they are shown.
    private static ErasureHindrance Of(LegalHoldRow hold) => new(
        Article,
        string.Create(CultureInfo.InvariantCulture, $"A legal hold of {hold.From:yyyy-MM-dd} keeps it; it is reviewed on {hold.ReviewOn:yyyy-MM-dd}."),
        "The lifting of the legal hold")
    {
        Until = hold.Until,
    };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
