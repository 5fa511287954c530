using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Databases;
using PersonalDataHub.Connectors.Sql.Mapping;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>Decides what an erasure does with each target, without doing it.</summary>
internal sealed class ErasurePlanner(SqlMapping mapping, RowFinder rows, RetentionReader retention)
{
    private static readonly WriteUnsupported IsKey =
        new("The value is the record's key or tells whose the record is; it goes with the whole record.");

    private static readonly WriteUnsupported MayNotBeEmpty =
        new("A column may not be empty, and the settings name no text (erase: {text: …}) to put there.");

    private static readonly WriteUnsupported CannotBeAnonymous =
        new("The settings name no fields (anonymise: …) that may stay of such a record.");

    public async Task<ErasurePlan> PlanAsync(
        SqlSession session,
        IReadOnlyList<RecordTarget> targets,
        IReadOnlySet<RecordTarget> anonymised,
        FoundPersons persons,
        CancellationToken cancellationToken)
    {
        var plan = new ErasurePlan(targets.Count);
        var groups = targets.Index().GroupBy(
            target => (target.Item.RecordType, target.Item.Key), target => (target.Index, target.Item.Field));
        foreach (var group in groups)
        {
            var asked = group.ToDictionary(target => target.Index, target => target.Field);
            var record = mapping.Records.FirstOrDefault(candidate => candidate.Type.Name == group.Key.RecordType);
            if (record?.Writing.Erase is null)
            {
                plan.Answer(asked.Keys, new WriteUnsupported(
                    "The source's settings do not map how this is erased; erase it in the source itself."));
                continue;
            }

            var (row, isForeign) = await rows.FindAsync(session, record, group.Key.Key, persons, cancellationToken);
            if (row is null)
            {
                plan.Answer(asked.Keys, isForeign ? new WriteNotHeld() : new WriteDone());
            }
            else if (await retention.OfAsync(session, row, cancellationToken) is { } retained)
            {
                plan.Answer(asked.Keys, retained);
            }
            else
            {
                var isAnonymised = asked.ContainsValue(null) && (record.Writing.Erase is EraseMode.Anonymise
                    || asked.Keys.Any(position => anonymised.Contains(targets[position])));
                plan.Add(isAnonymised
                    ? await AnonymousAsync(session, row, asked, cancellationToken)
                    : await PlanAsync(session, row, asked, cancellationToken));
            }
        }

        return plan;
    }

    private async Task<RowErasure> PlanAsync(
        SqlSession session, TargetRow row, Dictionary<int, string?> asked, CancellationToken cancellationToken)
    {
        var held = row.Record.Fields.Where(field => row.ValueOf(field) is not null).ToList();
        var wanted = asked.ContainsValue(null) ? held : [.. held.Where(field => asked.ContainsValue(field.Field.Name))];
        var kept = new Dictionary<FieldMapping, WriteRetained>();
        foreach (var field in held)
        {
            if (await retention.OfAsync(session, row, field, cancellationToken) is { } retained)
            {
                kept[field] = retained;
            }
        }

        var isWhole = asked.ContainsValue(null) || (held.Count > 0 && wanted.Count == held.Count);
        var goes = kept.Count == 0 && (wanted.Exists(field => field.Writing.ErasesRow) || (isWhole && row.Record.Writing.Erase is EraseMode.Delete));
        var required = await session.QueryAsync(
            session.Database.RequiredColumnsOf(row.Record.Table), column => column.GetString(0), cancellationToken);
        var fates = (goes ? held : wanted).ToDictionary(field => field, field => kept.TryGetValue(field, out var retained)
            ? retained
            : Unfit(row.Record, field, required.ToHashSet(session.Database.NameComparer)) ?? (WriteItem)new WriteDone());

        var longest = kept.Values.Aggregate((WriteRetained?)null, RetentionReader.Longer);
        var stuck = fates.Values.FirstOrDefault(fate => fate == MayNotBeEmpty);
        return new()
        {
            Row = row,
            Delete = goes,
            Emptied = [.. fates.Where(fate => fate.Value is WriteDone).Select(fate => fate.Key)],
            Targets = asked,
            Answers = asked.ToDictionary(target => target.Key, target => Answer(target.Value)),
        };

        WriteItem Answer(string? field) => field switch
        {
            _ when goes => new WriteDone(),
            null => longest ?? stuck ?? new WriteDone(),
            _ when row.Record.Fields.All(candidate => candidate.Field.Name != field) =>
                new WriteUnsupported("The source's settings map no such field."),
            _ => OfField(fates.FirstOrDefault(fate => fate.Key.Field.Name == field).Value),
        };

        // A key stays as long as the row does; it is erased with the record, or left in its shell.
        WriteItem OfField(WriteItem? fate) =>
            fate is null ? new WriteDone() : fate == IsKey && isWhole ? longest ?? stuck ?? new WriteDone() : fate;
    }

    private async Task<RowErasure> AnonymousAsync(
        SqlSession session, TargetRow row, Dictionary<int, string?> asked, CancellationToken cancellationToken)
    {
        WriteRetained? kept = null;
        foreach (var field in row.Record.Fields)
        {
            kept = RetentionReader.Longer(kept, await retention.OfAsync(session, row, field, cancellationToken));
        }

        IReadOnlyList<string> obstacles = row.Record.Writing.Anonymise is null || kept is not null
            ? []
            : await Anonymity.ObstaclesAsync(session, row.Record, cancellationToken);
        var answer = row.Record.Writing.Anonymise is null ? CannotBeAnonymous
            : kept is not null ? kept
            : obstacles.Count == 0 ? (WriteItem)new WriteDone()
            : new WriteUnsupported($"Columns may not be empty, and the settings name no text (erase: {{text: …}}) to put there: {string.Join(", ", obstacles)}.");
        return new()
        {
            Row = row,
            Anonymise = answer is WriteDone,
            Emptied = [],
            Targets = asked,
            Answers = asked.Keys.ToDictionary(position => position, _ => answer),
        };
    }

    private static WriteUnsupported? Unfit(RecordMapping record, FieldMapping field, HashSet<string> required) =>
        field.Columns.Any(record.IsKey) ? IsKey
        : field.Writing.ErasedText is null && field.Columns.Any(required.Contains) ? MayNotBeEmpty
        : null;
}
