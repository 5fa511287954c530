using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>A record type of a register: what its sources declare under one name, put together.</summary>
public sealed record MergedRecordType
{
    /// <summary>The name, in camel case and singular.</summary>
    public required string Name { get; init; }

    /// <summary>The name for several.</summary>
    public required string PluralName { get; init; }

    /// <summary>What one such record is, in the words of the first source.</summary>
    public required string Description { get; init; }

    /// <summary>All fields that any source declares; each can be without value.</summary>
    public required IReadOnlyList<MergedField> Fields { get; init; }

    /// <summary>The sources that declare it, in the register's order.</summary>
    public required IReadOnlyList<SourceRecordType> Sources { get; init; }

    /// <summary>What a source declares under this name, or null.</summary>
    public SourceRecordType? FindSource(string source) => Sources.FirstOrDefault(declared => declared.Source == source);
}

/// <summary>A field of a merged record type.</summary>
/// <param name="Name">Its name in camel case.</param>
/// <param name="Kind">The kind of its values, the same at every source.</param>
/// <param name="ItemKind">The kind of a list's items; else null.</param>
/// <param name="Parts">The parts of a composite; else empty.</param>
/// <param name="Description">What it means, in the words of the first source that declares it.</param>
public sealed record MergedField(
    string Name, FieldKind Kind, FieldKind? ItemKind, IReadOnlyList<RecordField> Parts, string Description);

/// <summary>A merged record type as one source declares it.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Type">The declaration.</param>
/// <param name="Ordinals">
/// For each of the merged fields, its position in the source's <see cref="PersonalRecord.Values"/>; -1 where the source lacks it.
/// </param>
public sealed record SourceRecordType(string Source, RecordType Type, IReadOnlyList<int> Ordinals);
