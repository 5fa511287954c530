using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A list of records that is wanted, and which page of it.</summary>
/// <param name="RecordType">Only records of this type; null for all types.</param>
/// <param name="Category">Only records of this data category; null for all.</param>
/// <param name="Source">Only records of this source; null for all.</param>
/// <param name="First">How many at most, 1 to <see cref="MaximumPage"/>.</param>
/// <param name="After">The cursor after which to go on; null for the beginning.</param>
public sealed record RecordSelection(string? RecordType, string? Category, string? Source, int First, string? After)
{
    /// <summary>The most records in one page of a list.</summary>
    public const int MaximumPage = 100;

    /// <summary>How many records a page holds when nothing is said.</summary>
    public const int DefaultPage = 50;

    /// <summary>Only records of the categories that the register groups in this block; null for all.</summary>
    public string? Block { get; init; }

    /// <summary>The names of the types wanted that the source declares, in its own order.</summary>
    public IReadOnlyList<string> TypesAt(Source source, Register register) =>
        source.Descriptor is null || (Source is not null && Source != source.Id)
            ? []
            : [.. source.Descriptor.RecordTypes.Where(type => Wants(type, register)).Select(type => type.Name)];

    private bool Wants(RecordType type, Register register) =>
        (RecordType is null || type.Name == RecordType)
        && (Category is null || type.Category == Category)
        && (Block is null || register.FindCategory(type.Category)?.Block == Block);
}
