using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Does what an erasure's plan says; rows that others refer to go after those.</summary>
internal sealed class Eraser(SqlMapping mapping)
{
    public async Task<IReadOnlyList<WriteItem>> EraseAsync(SqlSession session, ErasurePlan plan, CancellationToken cancellationToken)
    {
        foreach (var erasure in plan.Rows.Where(erasure => erasure.Anonymise))
        {
            if (!await Anonymity.ApplyAsync(session, erasure.Row, cancellationToken))
            {
                plan.Answer(erasure.Targets.Keys, new WriteUnsupported("The database refuses to make the record anonymous: a rule of its own stands against it."));
            }
        }

        foreach (var erasure in plan.Rows.Where(erasure => !erasure.Delete && !erasure.Anonymise && erasure.Emptied.Count > 0))
        {
            if (!await EmptyAsync(session, erasure, cancellationToken))
            {
                plan.Answer(erasure.Targets.Keys, new WriteUnsupported("The database refuses to empty the columns: a rule of its own stands against it."));
            }
        }

        foreach (var refused in await DeleteAsync(session, plan, cancellationToken))
        {
            var emptied = await EmptyAsync(session, refused, cancellationToken);
            foreach (var (position, answer) in refused.WhenRefused(Reason(plan), emptied))
            {
                plan.Answer([position], answer);
            }
        }

        return plan.Answers;
    }

    /// <summary>What keeps a row that the database does not let go: the records that are kept, if any are.</summary>
    private static WriteItem Reason(ErasurePlan plan) =>
        plan.Answers.OfType<WriteRetained>().Aggregate((WriteRetained?)null, RetentionReader.Longer) is { } retained
            ? retained with { Ground = $"Kept records refer to it. {retained.Ground}" }
            : new WriteUnsupported("Other rows of the database refer to the record; erase those with it.");

    /// <summary>Deletes what goes, in rounds until no more does: only the database knows all references. The rows that stay.</summary>
    private async Task<IReadOnlyList<RowErasure>> DeleteAsync(SqlSession session, ErasurePlan plan, CancellationToken cancellationToken)
    {
        // Record types stand with what identifies the person first, so most rows go in the first round.
        var order = mapping.Records.Index().ToDictionary(record => record.Item.Type.Name, record => -record.Index);
        var left = plan.Rows.Where(erasure => erasure.Delete).OrderBy(erasure => order[erasure.Row.Record.Type.Name]).ToList();
        for (var before = left.Count + 1; left.Count > 0 && left.Count < before;)
        {
            before = left.Count;
            var refused = new List<RowErasure>();
            foreach (var erasure in left)
            {
                if (!await session.AttemptAsync(() => ColumnWriter.DeleteAsync(session, erasure.Row, cancellationToken), cancellationToken))
                {
                    refused.Add(erasure);
                }
            }

            left = refused;
        }

        return left;
    }

    private static Task<bool> EmptyAsync(SqlSession session, RowErasure erasure, CancellationToken cancellationToken) =>
        session.AttemptAsync(
            async () =>
            {
                foreach (var list in erasure.Emptied.OfType<RowsMapping>())
                {
                    await ColumnWriter.DeleteItemsAsync(session, erasure.Row, list, cancellationToken);
                }

                var columns = erasure.Emptied
                    .SelectMany(field => field.Columns, (field, column) => (Column: column, field.Writing.ErasedText))
                    .GroupBy(column => column.Column)
                    .ToDictionary(column => column.Key, column => (object?)column.First().ErasedText);
                return columns.Count == 0 || await ColumnWriter.UpdateAsync(session, erasure.Row, columns, cancellationToken);
            },
            cancellationToken);
}
