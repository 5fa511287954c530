using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Changes a person's records: one transaction per call, in which the person is found anew.</summary>
/// <remarks>
/// What a call does follows from what the database holds, so that a repeat, or an attempt that comes late, changes nothing
/// more: an old correction meets a value it does not expect. The task's number and fence need not be kept.
/// </remarks>
internal sealed class SqlWriter(SqlMapping mapping, SqlDatabase database, PersonFinder finder, ValueReader values, TimeProvider time)
{
    private readonly RowFinder rows = new(values);

    private RetentionReader Retention => new(mapping, values, values.DayOf(time.GetUtcNow()));

    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken)
    {
        var rectifier = new Rectifier(mapping, rows, Retention, time.GetUtcNow());
        return ChangeEachAsync(
            request.Identities, request.Corrections, (session, correction, persons) =>
                rectifier.CorrectAsync(session, correction, persons, cancellationToken),
            cancellationToken);
    }

    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken)
    {
        var restrictor = new Restrictor(mapping, rows);
        return ChangeEachAsync(
            request.Identities, request.Targets, (session, target, persons) =>
                restrictor.RestrictAsync(session, target, request.Restricted, persons, cancellationToken),
            cancellationToken);
    }

    public async Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return new() { Items = (await PlanAsync(session, request, cancellationToken)).Answers };
    }

    public async Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken);
        var plan = await PlanAsync(session, request, cancellationToken);
        var items = await new Eraser(mapping).EraseAsync(session, plan, cancellationToken);
        await session.CommitAsync(mapping.CompactAfterErasure, cancellationToken);
        return new() { Items = items };
    }

    private async Task<ErasurePlan> PlanAsync(SqlSession session, ErasureRequest request, CancellationToken cancellationToken)
    {
        var persons = await finder.FindAsync(session, request.Identities, new Gaps(), cancellationToken);
        return await new ErasurePlanner(mapping, rows, Retention).PlanAsync(session, request.Targets, request.Anonymised.ToHashSet(), persons, cancellationToken);
    }

    private async Task<WriteResult> ChangeEachAsync<T>(
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<T> targets,
        Func<SqlSession, T, FoundPersons, Task<WriteItem>> change,
        CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken);
        var persons = await finder.FindAsync(session, identities, new Gaps(), cancellationToken);
        var items = new List<WriteItem>();
        foreach (var target in targets)
        {
            items.Add(await change(session, target, persons));
        }

        await session.CommitAsync(compact: false, cancellationToken);
        return new() { Items = items };
    }
}
