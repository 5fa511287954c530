using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Sql.Writing;

/// <summary>What is to be done with one row, and what the targets that name it are answered.</summary>
internal sealed class RowErasure
{
    public required TargetRow Row { get; init; }

    /// <summary>True when the row goes; its fields need no emptying then.</summary>
    public bool Delete { get; init; }

    /// <summary>True when the row stays without anything that leads to the person.</summary>
    public bool Anonymise { get; init; }

    /// <summary>The fields to empty, or what of a row to delete can be emptied when the database keeps the row.</summary>
    public required IReadOnlyList<FieldMapping> Emptied { get; init; }

    /// <summary>The answers by the targets' positions in the request.</summary>
    public required IReadOnlyDictionary<int, WriteItem> Answers { get; init; }

    /// <summary>What the targets ask for: the field, or null for the record.</summary>
    public required IReadOnlyDictionary<int, string?> Targets { get; init; }

    /// <summary>The answers when the row had to stay although nothing was known to keep it.</summary>
    public IEnumerable<(int Position, WriteItem Answer)> WhenRefused(WriteItem reason, bool emptied) => Targets.Select(target => (
        target.Key,
        emptied && Emptied.Any(field => field.Field.Name == target.Value) ? new WriteDone() : reason));
}
